export { type EmergencyOfPlaces, GovernedData } from './governed-data.port.js';
export type { BusinessRules } from './business-calendars.js';
export { BusinessCalendars, SETTLED_MS } from './business-calendars.js';
export { calendarOfClock } from './calendar-of-clock.js';
export { countedBy } from './counted-by.js';
export { WorkingDaysLeft } from './working-days-left.js';
export type { CalendarVersion, VersionKey } from './governing/calendar-version.js';
export type { DraftContent, Publication } from './governing/calendar-store.port.js';
export { CalendarStore } from './governing/calendar-store.port.js';
export {
  CountDaysQuery,
  DropCalendarDraftCommand,
  GetCalendarImpactQuery,
  GetCalendarVersionQuery,
  GetCalendarYearQuery,
  ListCalendarsQuery,
  PreviewCalendarCommand,
  PublishCalendarCommand,
  ReadCalendarQuery,
  SaveCalendarDraftCommand,
} from './governing/calendars.requests.js';
export type {
  Impact,
  MovedClock,
  MovedTimer,
  RecountScope,
  RunningClock,
  RunningTimer,
} from './recount/recount-store.port.js';
export { RecountStore } from './recount/recount-store.port.js';
