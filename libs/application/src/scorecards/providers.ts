import { ConcludeFactHandler, ObjectToFactHandler } from './conclude-fact.handlers.js';
import { ListHandlingSignsHandler } from './handling-signs.handler.js';
import { GetScorecardHandler, ListWorkFactsHandler } from './scorecard.handlers.js';

export const scorecardProviders = [
  GetScorecardHandler,
  ListWorkFactsHandler,
  ListHandlingSignsHandler,
  ObjectToFactHandler,
  ConcludeFactHandler,
];
