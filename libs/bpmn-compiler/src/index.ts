export type { Diagnostic } from './diagnostic.js';
export type { Compilation } from './compile-process.js';
export { compileProcess } from './compile-process.js';
export type { CompileOptions, DefinitionsCompilation } from './compile-definitions.js';
export { compileDefinitions } from './compile-definitions.js';
export type { ExpressionProblem, Surroundings } from './checks/plan-check.js';
export { canonicalJson } from './canonical-json.js';
export { LIANBAN_NAMESPACE } from './moddle/lianban-descriptor.js';
export { XML_LIMITS } from './read/read-definitions.js';
