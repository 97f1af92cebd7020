export { KeepScorecards } from './keep-scorecards.js';
export type { NewWorkFact, UnmeasuredTask } from './work-facts.port.js';
export { WorkFacts } from './work-facts.port.js';
export type { ScorecardFilter, SignPeriod, StoppedClock } from './scorecard-reader.port.js';
export type { MonthsFilter, StoredMonthsRow } from './scorecard-months.port.js';
export { ScorecardMonths } from './scorecard-months.port.js';
export { ScorecardReader } from './scorecard-reader.port.js';
export type { FactToJudge } from './fact-judgements.port.js';
export { FactJudgements } from './fact-judgements.port.js';
export {
  ConcludeFactCommand,
  ExportScorecardQuery,
  GetScorecardMonthsQuery,
  GetScorecardQuery,
  ListHandlingSignsQuery,
  ListWorkFactsQuery,
  ObjectToFactCommand,
} from './scorecards.requests.js';
export { scorecardProviders } from './providers.js';
