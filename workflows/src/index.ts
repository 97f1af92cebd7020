export type { ConductorPolicy } from './case-conductor/case-conductor.workflow.js';
export { caseConductor } from './case-conductor/case-conductor.workflow.js';
export type { CallChainOrder } from './call-chain/call-chain.workflow.js';
export { callChain } from './call-chain/call-chain.workflow.js';
