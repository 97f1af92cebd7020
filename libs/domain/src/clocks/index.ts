export type { Addressee, Ladder, LocalizedText, Rung } from './ladder.js';
export { rungInstants } from './ladder.js';
export type { ScheduledAct } from './clock-schedule.js';
export { scheduleOf } from './clock-schedule.js';
export type { CaseClock, ClockChange } from './clock.js';
export type { ClockSurroundings } from './move-clocks.js';
export { moveClocks } from './move-clocks.js';
export { timerInstant } from './timer-instant.js';
