import type { Provider } from '@nestjs/common';
import { BusinessCalendars, WorkingDaysLeft } from './calendars/index.js';
import { caseProviders } from './cases/index.js';
import { DefinitionCatalog } from './definitions/index.js';
import { DueSweep, ReviewStops, RungActTakers, ScheduledStarts, TakeRungActsHandler } from './due/index.js';
import { EventDataValidator } from './intake/event-data.validator.js';
import { LadderWatch } from './ladders/index.js';
import { DraftFromRung } from './orders/index.js';
import { KnownDirectory } from './routing/index.js';
import { taskHandlers } from './tasks/index.js';

/** Everything a process needs to move cases: the api, the worker and the seed provide it alike. */
export const transitionProviders: Provider[] = [
  BusinessCalendars,
  WorkingDaysLeft,
  KnownDirectory,
  DefinitionCatalog,
  DueSweep,
  ReviewStops,
  ScheduledStarts,
  RungActTakers,
  DraftFromRung,
  LadderWatch,
  EventDataValidator,
  TakeRungActsHandler,
  ...caseProviders,
  ...taskHandlers,
];
