export type { FullDirectory, PostHolder } from './office-directory.port.js';
export { OfficeDirectory } from './office-directory.port.js';
export { KnownDirectory } from './known-directory.js';
export { officeOfStep } from './office-of-step.js';
export { leadOfProcess } from './lead-of-process.js';
