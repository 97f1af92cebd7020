export type { Act, ActOnClock, CaseAct, Operation, TaskAct } from './case-act.js';
export type { ActVerdict, ClockActVerdicts, TaskActVerdicts } from './acts.commands.js';
export {
  GetCaseTokensQuery,
  GetClockActsQuery,
  GetTaskActsQuery,
  PerformActCommand,
  PreviewActQuery,
} from './acts.commands.js';
export type { EarlierStep, RoundTask } from './earlier-steps.port.js';
export { EarlierSteps } from './earlier-steps.port.js';
export { actProviders } from './providers.js';
