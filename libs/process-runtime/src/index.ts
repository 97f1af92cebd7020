export type * from './plan/process-plan.js';
export type * from './plan/clock-definition.js';
export type * from './state/case-state.js';
export { initialState, ROOT_SCOPE } from './state/initial-state.js';
export { describeWaiting } from './state/describe-waiting.js';
export type * from './step/stimulus.js';
export type * from './step/effect.js';
export type { StepContext, StepResult } from './step/step.js';
export { step } from './step/step.js';
