export { GovernedData } from './governed-data.port.js';
export type { BusinessRules } from './business-calendars.js';
export { BusinessCalendars } from './business-calendars.js';
export { calendarOfClock } from './calendar-of-clock.js';
export { WorkingDaysLeft } from './working-days-left.js';
