export type { ConductorPolicy } from './case-conductor/case-conductor.workflow.js';
export { caseConductor } from './case-conductor/case-conductor.workflow.js';
