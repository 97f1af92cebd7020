export type { Absent, Actor } from './actor.js';
export { actsFor, engineActor, inNameOf } from './actor.js';
export type { Charge, HeldInterval } from './charge-case.js';
export { chargeCase } from './charge-case.js';
export type { DelayShare, Overrun, SharedDelay } from './share-delay.js';
export { shareDelay } from './share-delay.js';
export type { DoneTask, OfficeTile, WorkMeasure } from './measure-work.js';
export { measureWork } from './measure-work.js';
export { endOfMonth, monthOf, startOfMonth } from './month.js';
