import type { Provider } from '@nestjs/common';
import { CountDaysHandler, GetCalendarYearHandler } from './governing/calendar-days.handlers.js';
import { DropCalendarDraftHandler, SaveCalendarDraftHandler } from './governing/calendar-drafts.handlers.js';
import { PreviewCalendarHandler, PublishCalendarHandler } from './governing/calendar-publishing.handlers.js';
import {
  GetCalendarImpactHandler,
  GetCalendarVersionHandler,
  ListCalendarsHandler,
  ReadCalendarHandler,
} from './governing/calendars.queries.handlers.js';

export const calendarProviders: Provider[] = [
  SaveCalendarDraftHandler,
  DropCalendarDraftHandler,
  PreviewCalendarHandler,
  PublishCalendarHandler,
  ListCalendarsHandler,
  GetCalendarVersionHandler,
  GetCalendarYearHandler,
  ReadCalendarHandler,
  GetCalendarImpactHandler,
  CountDaysHandler,
];
