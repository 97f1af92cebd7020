import { CalendarStore, GovernedData, RecountStore } from '@lianban/application';
import { PgCalendarStore } from './pg-calendar.store.js';
import { PgRecountStore } from './pg-recount.store.js';
import { PrismaGovernedData } from './prisma-governed.data.js';

export const calendarAdapters = [
  { provide: GovernedData, useClass: PrismaGovernedData },
  { provide: CalendarStore, useClass: PgCalendarStore },
  { provide: RecountStore, useClass: PgRecountStore },
];
