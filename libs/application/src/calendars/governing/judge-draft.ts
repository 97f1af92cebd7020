import { toDayNumber, weekdayOf } from '@lianban/calendar';
import type { CalendarDraftRequest, CalendarPlace } from '@lianban/contracts';
import { type AppError, type ErrorPlace } from '@lianban/kernel';
import type { LayerKey } from './calendars.requests.js';

/** What speaks against a draft, or nothing. */
export const judgeDraft = (
  { layer, code }: LayerKey,
  draft: CalendarDraftRequest,
  places: readonly CalendarPlace[],
): AppError | undefined => {
  const known = layer === 'province' || places.some((place) => place.layer === layer && place.code === code);
  if (!known)
    return {
      kind: 'missing',
      code: 'CALENDARS.PLACE_UNKNOWN',
      message: 'No calendar can be kept for this place.',
      details: { layer, code },
    };
  const hours = draft.officeHours ?? [];
  const ordered = hours.every(
    ([from, to], index) => from < to && (index === 0 || (hours[index - 1]?.[1] ?? '') <= from),
  );
  if (!ordered)
    return {
      kind: 'invalid',
      code: 'CALENDARS.HOURS_INVALID',
      message: 'Office hours must follow one another.',
    };
  const wrong = Object.entries(draft.years).flatMap(
    ([year, { off, workOnWeekend }]): readonly ErrorPlace[] => [
      ...workOnWeekend
        .filter((date) => off.includes(date))
        .map((date) => ({
          path: `years.${year}`,
          message: `${date} is both off and worked.`,
          zh: `${date}既放假又上班。`,
        })),
      // An inner layer may well work on a day that the nation has off.
      ...workOnWeekend
        .filter((date) => layer === 'national' && !isWeekend(date))
        .map((date) => ({
          path: `years.${year}`,
          message: `${date} is a working day anyway.`,
          zh: `${date}本来就是工作日。`,
        })),
    ],
  );
  return wrong.length === 0
    ? undefined
    : {
        kind: 'invalid',
        code: 'CALENDARS.DAYS_CONTRADICT',
        message: 'Some days contradict one another.',
        places: wrong,
      };
};

const isWeekend = (date: string): boolean => {
  const weekday = weekdayOf(toDayNumber(date));
  return weekday === 0 || weekday === 6;
};
