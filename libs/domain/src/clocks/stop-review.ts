import { type WorkingCalendar, dueInstant, shiftWorkingDays } from '@lianban/calendar';

/** A stop (中止) that a person made and that goes on. */
export interface OpenStop {
  readonly since: string;
  /** The end that its notice names, where it names one. */
  readonly until?: string;
}

/** What the office is asked: the end is near, it is reached, or the ground is still open with no end in sight. */
export type StopReviewKind = 'stop-nearly-over' | 'stop-over' | 'stop-still';

export interface StopReview {
  readonly at: string;
  readonly kind: StopReviewKind;
}

/** The office is reminded when so many working days are left, the last one among them. */
const REMINDER_DAYS = 2;

/**
 * When the office is next asked about a stop, after `asked`: before the end that the notice names, at that end, and from
 * then on, or where there is none, every month (例: 移送司法 is checked monthly). A stop never ends by itself: to let the
 * clock run again is an act with an actor and a paper.
 */
export const nextStopReview = (
  { since, until }: OpenStop,
  asked: string,
  calendar: WorkingCalendar,
): StopReview => {
  if (until !== undefined && asked < until) {
    const reminder = shiftWorkingDays(calendar, until, -REMINDER_DAYS);
    return reminder > asked && reminder > since
      ? { at: reminder, kind: 'stop-nearly-over' }
      : { at: until, kind: 'stop-over' };
  }
  return { at: dueInstant(calendar, asked, { amount: 1, unit: 'month' }).at, kind: 'stop-still' };
};

/** What a review that was planned for `at` is about. */
export const stopReviewAt = ({ until }: OpenStop, at: string): StopReviewKind =>
  until === undefined || at > until ? 'stop-still' : at === until ? 'stop-over' : 'stop-nearly-over';

/**
 * What is asked now, of a review planned for `planned`, and when next. After an outage only the last of those that came
 * meanwhile is asked: nobody is reminded of an end that has passed, or asked once for each month.
 */
export const stopReviewNow = (
  stop: OpenStop,
  { planned, now }: { readonly planned: string; readonly now: string },
  calendar: WorkingCalendar,
): { readonly kind: StopReviewKind; readonly next: StopReview } => {
  let kind = stopReviewAt(stop, planned);
  let next = nextStopReview(stop, planned, calendar);
  while (next.at <= now) {
    kind = next.kind;
    next = nextStopReview(stop, next.at, calendar);
  }
  return { kind, next };
};
