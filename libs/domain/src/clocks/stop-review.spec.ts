import fc from 'fast-check';
import { createCalendar } from '@lianban/calendar';
import { nextStopReview, stopReviewAt, stopReviewNow } from './stop-review.js';

const calendar = createCalendar([]);
const local = (text: string): string => new Date(`${text}+08:00`).toISOString();
const since = local('2026-03-02T10:00:00');

describe('the reviews of a stop', () => {
  it('come with two working days left, at that end, and monthly from then on', () => {
    const stop = { since, until: local('2026-03-31T17:30:00') };
    const first = nextStopReview(stop, since, calendar);
    expect(first.kind).toBe('stop-nearly-over');
    expect(first.at.slice(0, 10)).toBe('2026-03-30');
    const second = nextStopReview(stop, first.at, calendar);
    expect(second).toEqual({ at: stop.until, kind: 'stop-over' });
    const third = nextStopReview(stop, second.at, calendar);
    expect(third.kind).toBe('stop-still');
    expect(third.at.slice(0, 7)).toBe('2026-04');
  });

  it('begin with the end where that is nearer than a reminder could be', () => {
    const until = local('2026-03-03T17:30:00');
    expect(nextStopReview({ since, until }, since, calendar)).toEqual({ at: until, kind: 'stop-over' });
  });

  it('come monthly where the notice names no end', () => {
    const { at, kind } = nextStopReview({ since }, since, calendar);
    expect({ day: at.slice(0, 10), kind }).toEqual({ day: '2026-04-02', kind: 'stop-still' });
  });

  it('that came during an outage are one: the last of them', () => {
    const stop = { since, until: local('2026-03-31T17:30:00') };
    const { at: planned } = nextStopReview(stop, since, calendar);
    const asked = (now: string) => stopReviewNow(stop, { planned, now: local(now) }, calendar);
    expect(asked('2026-03-30T18:00:00')).toEqual({
      kind: 'stop-nearly-over',
      next: { at: stop.until, kind: 'stop-over' },
    });
    expect(asked('2026-04-01T08:30:00').kind).toBe('stop-over');
    const late = asked('2026-08-15T08:30:00');
    expect(late.kind).toBe('stop-still');
    expect(late.next.at.slice(0, 7)).toBe('2026-09');
  });

  it('always come later than what was asked last, and are about what they come for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 120 }),
        fc.option(fc.integer({ min: 1, max: 90 })),
        (days, length) => {
          const later = (n: number): string => new Date(Date.parse(since) + n * 86_400_000).toISOString();
          const stop = length === null ? { since } : { since, until: later(length) };
          const asked = later(days);
          const next = nextStopReview(stop, asked, calendar);
          expect(next.at > asked).toBe(true);
          expect(stopReviewAt(stop, next.at)).toBe(next.kind);
        },
      ),
    );
  });
});
