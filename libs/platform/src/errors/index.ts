export { httpStatusOf } from './http-status.js';
export { languageOf, type Language } from './language.js';
export { problemOf } from './problem.js';
