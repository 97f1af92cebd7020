import type { CalendarReadingView } from '@lianban/contracts';
import { daysOf, readHours, taken, turned, withYear } from './draft-days.js';

describe('the days of a draft', () => {
  it('turn from off to usual on a weekday, and from worked to off to usual on a weekend', () => {
    const monday = turned({}, '2027-03-01');
    expect(daysOf(monday, 2027)).toEqual([{ date: '2027-03-01', kind: 'off', draft: false }]);
    expect(daysOf(turned(monday, '2027-03-01'), 2027)).toEqual([]);
    const sunday = turned({}, '2027-03-07');
    expect(daysOf(sunday, 2027)[0]?.kind).toBe('make-up');
    expect(daysOf(turned(sunday, '2027-03-07'), 2027)[0]?.kind).toBe('off');
    expect(daysOf(turned(turned(sunday, '2027-03-07'), '2027-03-07'), 2027)).toEqual([]);
  });

  it('are those of a reading for its year, and the others as they were', () => {
    const reading = {
      year: 2027,
      off: ['2027-01-01'],
      workOnWeekend: [],
      names: { '2027-01-01': '元旦' },
      document: { number: '国办发明电〔2026〕9号' },
    } as unknown as CalendarReadingView;
    const years = taken(withYear({}, 2026), reading);
    expect(Object.keys(years)).toEqual(['2026', '2027']);
    expect(years['2027']?.source).toBe('国办发明电〔2026〕9号');
    expect(daysOf(years, 2027)).toEqual([{ date: '2027-01-01', kind: 'off', name: '元旦', draft: false }]);
  });
});

describe('office hours as they are typed', () => {
  it.each([
    [
      '08:30-12:00, 14:00-17:30',
      [
        ['08:30', '12:00'],
        ['14:00', '17:30'],
      ],
    ],
    ['9:00至16:00', [['09:00', '16:00']]],
    ['', []],
    ['all day', undefined],
  ])('%j', (text, hours) => expect(readHours(text)).toEqual(hours));
});
