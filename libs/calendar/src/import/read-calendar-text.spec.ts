import { readCalendarText } from './read-calendar-text.js';

const wanted = { off: ['2027-01-01'], workOnWeekend: ['2027-01-03'], year: 2027, problems: [] };

describe('a pasted calendar', () => {
  it.each([
    ['csv', '日期,安排,名称\n2027-01-01,放假,元旦\n2027/1/3,上班\n'],
    ['csv', '2027-01-01\n2027-01-03\n'],
    ['json', '{"off": ["2027-01-01"], "workOnWeekend": ["2027-01-03"], "names": {"2027-01-01": "元旦"}}'],
    [
      'ics',
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270102\r\nSUMMARY:元旦\r\n （休）\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270103\r\nSUMMARY:元旦（班）\r\nEND:VEVENT\r\nEND:VCALENDAR',
    ],
    ['notice', '关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）放假。1月3日（周日）上班。'],
  ])('is known for %s', (format, text) => {
    expect(readCalendarText(text)).toMatchObject({ ...wanted, format });
  });

  it('says which lines of a sheet it could not read, and refuses what cannot be', () => {
    const { lines, problems } = readCalendarText(
      '2027-01-01,放假\n2027-02-30,放假\n2027-01-04,上班\n2027-01-05,也许\n',
    );
    expect(lines.map(({ verdict }) => verdict)).toEqual(['read', 'unread', 'refused', 'unread']);
    expect(problems).toHaveLength(1);
  });

  it('says that broken JSON is none', () => {
    expect(readCalendarText('{"off": [').problems.length).toBeGreaterThan(0);
  });
});
