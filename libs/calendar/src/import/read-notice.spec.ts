import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { CalendarLayer } from '../calendar-layer.js';
import { toCivilDate, toDayNumber, weekdayOf } from '../civil-date.js';
import { readNotice } from './read-notice.js';

const pack = join(import.meta.dirname, '../../../../workflows/policy-packs/zhoushan-childcare');
const { years } = JSON.parse(readFileSync(join(pack, 'calendars/national.json'), 'utf8')) as CalendarLayer;

/** As the Office of the State Council published them. */
const notices: Readonly<Record<string, string>> = {
  2026: `国务院办公厅关于2026年
部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2025年11月4日`,
  2025: `国务院办公厅关于2025年部分节假日安排的通知
国办发明电〔2024〕12号
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`,
  2024: `国务院办公厅关于2024年部分节假日安排的通知
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
};

const refused = (line: string): string =>
  readNotice(line, 2026).lines.flatMap(({ verdict, why }) =>
    verdict === 'refused' ? why.map(({ zh }) => zh) : [],
  )[0] ?? '';

describe('the notice of a year', () => {
  it.each(Object.entries(notices))('%s is read into the days that its calendar has', (year, text) => {
    const reading = readNotice(text);
    expect(reading.problems).toEqual([]);
    expect(reading.warnings).toEqual([]);
    expect(reading.year).toBe(Number(year));
    expect(reading.off).toEqual(years[year]?.off);
    expect(reading.workOnWeekend).toEqual(years[year]?.workOnWeekend);
  });

  it('gives its name, number and date, and the names of its days', () => {
    expect(readNotice(notices[2026] ?? '')).toMatchObject({
      document: { date: '2025-11-04', name: expect.stringContaining('2026年部分节假日安排的通知') },
      names: { '2026-10-01': '国庆节', '2026-02-15': '春节' },
    });
    expect(readNotice(notices[2025] ?? '').document.number).toBe('国办发明电〔2024〕12号');
  });

  it('shows what it has not understood instead of guessing', () => {
    const { lines } = readNotice(notices[2024] ?? '');
    expect(lines.find(({ text }) => text.startsWith('二'))?.left).toEqual([
      '鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息',
    ]);
    expect(readNotice('国庆期间10月1日前后酌情放假。', 2026).lines[0]?.verdict).toBe('unread');
  });

  it('reads days over the turn of the year, full-width digits and stray spaces', () => {
    const { off } = readNotice('一、元旦：2022年12月31日至2023年1月2日放假调休，共３天。', 2023);
    expect(off).toEqual(['2022-12-31', '2023-01-01', '2023-01-02']);
    expect(readNotice('一、元旦：1 月 1 日（周四）放假。', 2026).off).toEqual(['2026-01-01']);
  });

  it.each([
    ['一、元旦：1月1日（周五）至3日（周六）放假调休，共3天。', '2026年1月1日是周四，写成了周五。'],
    ['一、元旦：1月1日（周四）至3日（周六）放假调休，共4天。', '写明共4天，实际是3天。'],
    [
      '一、元旦：1月1日（周四）至3日（周六）放假。1月5日（周一）上班。',
      '1月5日（周一）本来就是工作日，不能作为调休上班日。',
    ],
    ['三、清明：2月30日放假。', '没有2026年2月30日。'],
    ['七、国庆节：10月7日至1日放假。', '2026-10-07至2026-10-01不是一段假期。'],
    ['七、国庆节：10月1日至7日放假。10月3日（周六）上班。', '2026-10-03既放假又上班。'],
  ])('refuses %s', (line, why) => {
    expect(refused(line)).toBe(why);
    expect(readNotice(line, 2026)).toMatchObject({ off: [], workOnWeekend: [] });
    expect(readNotice(line, 2026).problems.length).toBeGreaterThan(0);
  });

  it('names the holidays that it missed, and asks for a year', () => {
    expect(readNotice('一、元旦：1月1日放假。', 2027).warnings[0]?.zh).toContain('春节');
    expect(readNotice('一、元旦：1月1日放假。').problems[0]?.zh).toContain('年份');
  });

  it('gives back the days of any notice that is written from days', () => {
    const weekday = (day: number): string => '日一二三四五六'.charAt(weekdayOf(day));
    const said = (day: number, bare = false): string => {
      const date = toCivilDate(day);
      return `${bare ? '' : `${Number(date.slice(5, 7))}月`}${Number(date.slice(8))}日（周${weekday(day)}）`;
    };
    const holiday = fc.record({
      start: fc.integer({ min: toDayNumber('2027-01-01'), max: toDayNumber('2027-12-20') }),
      length: fc.integer({ min: 1, max: 9 }),
      worked: fc.array(fc.integer({ min: 10, max: 20 }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(holiday, ({ start, length, worked }) => {
        const end = start + length - 1;
        const sameMonth = toCivilDate(start).slice(0, 7) === toCivilDate(end).slice(0, 7);
        const makeUp = [...new Set(worked.map((ahead) => start - ahead))].filter((day) =>
          '日六'.includes(weekday(day)),
        );
        const range = length === 1 ? said(start) : `${said(start)}至${said(end, sameMonth)}`;
        const work = makeUp.length === 0 ? '' : `${makeUp.map((day) => said(day)).join('、')}上班。`;
        fc.pre(makeUp.every((day) => toCivilDate(day).startsWith('2027')));
        const reading = readNotice(`一、劳动节：${range}放假调休，共${length}天。${work}`, 2027);
        expect(reading.lines[0]).toMatchObject({ verdict: 'read', left: [] });
        expect(reading.off).toEqual(Array.from({ length }, (_, index) => toCivilDate(start + index)));
        expect(reading.workOnWeekend).toEqual(makeUp.map(toCivilDate).toSorted());
      }),
    );
  });

  it('never fails, whatever is pasted', () => {
    const scrap = fc.constantFrom(
      '1月1日',
      '至',
      '（周四）',
      '放假',
      '共3天',
      '上班',
      '，',
      '。',
      '：',
      '\n',
      '一、',
      '日',
      '13月40日',
      'x',
    );
    fc.assert(
      fc.property(
        fc.array(scrap, { maxLength: 30 }),
        (parts) => readNotice(parts.join(''), 2026).lines.length >= 0,
      ),
    );
  });
});
