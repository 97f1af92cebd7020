import { ConcludeFactHandler, ObjectToFactHandler } from './conclude-fact.handlers.js';
import { ExportScorecardHandler } from './export-scorecard.handler.js';
import { ListHandlingSignsHandler } from './handling-signs.handler.js';
import { GetScorecardMonthsHandler } from './scorecard-months.handler.js';
import { GetScorecardHandler, ListWorkFactsHandler } from './scorecard.handlers.js';

export const scorecardProviders = [
  GetScorecardHandler,
  GetScorecardMonthsHandler,
  ExportScorecardHandler,
  ListWorkFactsHandler,
  ListHandlingSignsHandler,
  ObjectToFactHandler,
  ConcludeFactHandler,
];
