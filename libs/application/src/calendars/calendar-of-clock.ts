import type { WorkingCalendar } from '@lianban/calendar';
import type { ClockDefinition } from '@lianban/process-runtime';
import type { BusinessRules } from './business-calendars.js';

/** Whose calendar a clock is counted by: the case's district; for a unit's clock the office that has the step. */
export const calendarOfClock =
  (rules: BusinessRules, district: string, officeOf: (node: string) => string | undefined) =>
  (scope: ClockDefinition['scope'], node: string): WorkingCalendar =>
    rules.calendarAt((scope === 'unit' ? officeOf(node) : undefined) ?? district);
