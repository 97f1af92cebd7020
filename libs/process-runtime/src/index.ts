export type * from './plan/process-plan.js';
export type * from './plan/clock-definition.js';
export type * from './state/case-state.js';
export type * from './step/stimulus.js';
export type * from './step/effect.js';
export type { Step, StepContext, StepResult } from './step/step.js';
