export type * from './due-store.port.js';
export { DueStore } from './due-store.port.js';
export { DueSweep } from './due-sweep.js';
export type { RungFired } from './rung-fired.js';
export { RungActTakers } from './rung-act-takers.js';
export { OrderDeadlines } from './order-deadlines.port.js';
export { TakeRungActsCommand } from './take-rung-acts.command.js';
export { TakeRungActsHandler } from './take-rung-acts.handler.js';
export type { Told } from './tell-addressees.js';
