export type { Tx } from './unit-of-work.port.js';
export { UnitOfWork } from './unit-of-work.port.js';
export type { Committed } from './after-commit.js';
export { AfterCommit } from './after-commit.js';
