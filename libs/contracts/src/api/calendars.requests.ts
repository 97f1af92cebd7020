import { z } from 'zod';
import { id, instant, line, pageQuery, paragraph } from './fields.js';

const layer = z.enum(['national', 'province', 'city', 'county', 'office']);
const place = z.string().regex(/^[a-z0-9][a-z0-9._:-]{0,119}$/i, 'not a place');
const day = z.iso.date();
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time of the day');
const version = z.coerce.number().int().min(1).max(100_000);

export const calendarParams = z.strictObject({ layer, code: place });
export const calendarVersionParams = z.strictObject({ layer, code: place, version });
export const calendarImpactParams = z.strictObject({ operation: id });

const yearOfDays = z.strictObject({
  source: z.string().trim().max(500).default(''),
  off: z.array(day).max(366),
  workOnWeekend: z.array(day).max(366),
  names: z.record(day, line(80)).default({}),
});

/** A draft as it is to stand; the days themselves are judged by the command. */
export const calendarDraftRequest = z.strictObject({
  /** The revision it was made from; absent for a new draft. */
  revision: z.number().int().min(1).optional(),
  effectiveFrom: day,
  document: z.strictObject({
    name: line(200).optional(),
    number: line(80).optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
    date: day.optional(),
  }),
  publisher: line(120),
  note: paragraph(1000).optional(),
  officeHours: z
    .array(z.tuple([time, time]))
    .max(4)
    .optional(),
  years: z.record(z.string().regex(/^(19|20|21)\d{2}$/, 'not a year'), yearOfDays),
});
export type CalendarDraftRequest = z.infer<typeof calendarDraftRequest>;

export const calendarTextRequest = z.strictObject({
  text: z.string().min(1).max(60_000),
  year: z.number().int().min(1990).max(2150).optional(),
});
export type CalendarTextRequest = z.infer<typeof calendarTextRequest>;

export const calendarFileQuery = z.strictObject({
  year: z.coerce.number().int().min(1990).max(2150).optional(),
});

export const calendarYearQuery = z.strictObject({
  place: place.optional(),
  year: z.coerce.number().int().min(1990).max(2150),
  /** With the drafts that hold there, as if they were published. */
  drafts: z
    .enum(['0', '1'])
    .transform((text) => text === '1')
    .optional(),
});

export const previewCalendarRequest = z.strictObject({ revision: z.number().int().min(1) });
export const publishCalendarRequest = z.strictObject({
  revision: z.number().int().min(1),
  reason: line(500),
});
export type PublishCalendarRequest = z.infer<typeof publishCalendarRequest>;

export const calendarImpactQuery = z.strictObject(pageQuery);

export const countDaysRequest = z.strictObject({
  place: place.optional(),
  start: instant,
  amount: z.number().int().min(0).max(3660),
  unit: z.enum(['working_day', 'calendar_day', 'hour', 'month']),
});
export type CountDaysRequest = z.infer<typeof countDaysRequest>;
