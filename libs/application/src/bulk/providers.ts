import type { Provider, Type } from '@nestjs/common';
import {
  GetBulkOperationHandler,
  ListBulkFailuresHandler,
  ListBulkOperationsHandler,
  TurnBulkOperationHandler,
} from './bulk.handlers.js';
import { PreviewCalendar } from '../calendars/recount/preview-calendar.work.js';
import { RecomputeDeadlines } from '../calendars/recount/recompute-deadlines.work.js';
import { Recounting } from '../calendars/recount/recounting.js';
import { LiftEmergency, StopForEmergency } from '../emergencies/emergency.work.js';
import { MigrateCases } from '../migrations/migrate-cases.work.js';
import { type BulkWork, BulkWorks } from './bulk-work.js';
import { RunBulk } from './run-bulk.js';

/** What the api serves. */
export const bulkProviders: Provider[] = [
  TurnBulkOperationHandler,
  GetBulkOperationHandler,
  ListBulkOperationsHandler,
  ListBulkFailuresHandler,
];

/** One class for each kind of operation; a new kind is added here. */
const works: Type<BulkWork>[] = [
  PreviewCalendar,
  RecomputeDeadlines,
  MigrateCases,
  StopForEmergency,
  LiftEmergency,
];

/** What carries operations out: the worker. */
export const bulkWorkProviders: Provider[] = [
  Recounting,
  ...works,
  {
    provide: BulkWorks,
    useFactory: (...found: BulkWork[]) => new BulkWorks(found),
    inject: works,
  },
  RunBulk,
];
