export type { Compilation } from '../compile-process.js';
export type { Diagnostic } from '../diagnostic.js';
export { callsNamedIn } from './calls-named-in.js';
export type { CallableDefinition, DefinitionToJudge, House } from './definition-to-judge.js';
export { judgeDefinition } from './judge-definition.js';
