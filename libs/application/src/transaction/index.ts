export type { Tx } from './unit-of-work.port.js';
export { UnitOfWork } from './unit-of-work.port.js';
