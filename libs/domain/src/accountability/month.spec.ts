import { createCalendar } from '@lianban/calendar';
import { endOfMonth, monthOf } from './month.js';

const calendar = createCalendar([
  { layer: 'national', code: 'test', version: 1, utcOffset: '+08:00', years: {} },
]);

describe('months of scorecards', () => {
  it('are those of local time', () => {
    expect(monthOf(calendar, '2026-03-31T15:59:59.000Z')).toBe('2026-03');
    expect(monthOf(calendar, '2026-03-31T16:00:00.000Z')).toBe('2026-04');
  });

  it.each([
    ['2026-03', '2026-03-31T16:00:00.000Z'],
    ['2026-12', '2026-12-31T16:00:00.000Z'],
    ['2028-02', '2028-02-29T16:00:00.000Z'],
  ])('%s is over at %s', (month, end) => {
    expect(endOfMonth(calendar, month)).toBe(end);
  });
});
