import { createCalendar } from '@lianban/calendar';
import type { ArmedTimer } from '@lianban/process-runtime';
import { timerInstant } from './timer-instant.js';

const calendar = createCalendar([]);
const now = '2026-11-25T02:00:00.000Z';
const days = (amount: number, from?: string): ArmedTimer => ({
  kind: 'business',
  duration: { amount, unit: 'working_day' },
  ...(from === undefined ? {} : { from }),
});
const elapsed = (iso: string): string => timerInstant({ kind: 'elapsed', iso }, {}, now, calendar);

describe('when a timer fires', () => {
  it('counts from its milestone, whenever it is armed', () => {
    const milestones = { 'filing.submitted': '2026-11-20T10:00:00+08:00' };
    expect(timerInstant(days(5, 'filing.submitted'), milestones, now, calendar)).toBe(
      '2026-11-27T09:30:00.000Z',
    );
  });

  it('counts from now where it names no milestone, or the case has not recorded it', () => {
    expect(timerInstant(days(1), {}, now, calendar)).toBe('2026-11-26T09:30:00.000Z');
    expect(timerInstant(days(1, 'filing.submitted'), {}, now, calendar)).toBe('2026-11-26T09:30:00.000Z');
  });

  it.each([
    ['PT30S', '2026-11-25T02:00:30.000Z'],
    ['PT1.5S', '2026-11-25T02:00:01.500Z'],
    ['PT2H15M', '2026-11-25T04:15:00.000Z'],
    ['P1DT1H', '2026-11-26T03:00:00.000Z'],
    ['P2W', '2026-12-09T02:00:00.000Z'],
  ])('waits %s of real time around the clock', (iso, at) => {
    expect(elapsed(iso)).toBe(at);
  });
});
