export { CallChains } from './call-chains.port.js';
export { CallChainStore } from './call-chain-store.port.js';
export { AcknowledgeClockCommand, EndCallChainCommand } from './call-chains.commands.js';
export { AcknowledgeClockHandler } from './acknowledge-clock.handler.js';
export { CallChainWork, EndCallChainHandler } from './call-chain-work.js';
