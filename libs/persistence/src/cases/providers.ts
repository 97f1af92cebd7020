import { CaseRecords, CaseStore, EffectStore, EventRouteStore, SignalStore } from '@lianban/application';
import { PgCaseRecords } from './pg-case.records.js';
import { PgSignalStore } from './pg-signal.store.js';
import { PgCaseStore } from './pg-case.store.js';
import { PgEffectStore } from './pg-effect.store.js';
import { PgEventRouteStore } from './pg-event-route.store.js';

export const caseAdapters = [
  { provide: SignalStore, useClass: PgSignalStore },
  { provide: CaseRecords, useClass: PgCaseRecords },
  { provide: CaseStore, useClass: PgCaseStore },
  { provide: EffectStore, useClass: PgEffectStore },
  { provide: EventRouteStore, useClass: PgEventRouteStore },
];
