import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarLayer } from './calendar-layer.js';
import { toDayNumber } from './civil-date.js';
import { dueInstant } from './due-instant.js';
import type { Duration } from './duration.js';
import { dayInWords, explainDue } from './explain-due.js';
import { openingTime } from './local-time.js';
import type { Stop } from './stop.js';
import { createCalendar } from './working-calendar.js';

const pack = join(import.meta.dirname, '../../../workflows/policy-packs/zhoushan-childcare');
const national = JSON.parse(readFileSync(join(pack, 'calendars/national.json'), 'utf8')) as CalendarLayer;
const calendar = createCalendar([national]);
const morning = (date: string): string => openingTime(calendar, toDayNumber(date));

const explain = (start: string, duration: Duration, stops: readonly Stop[] = []) =>
  explainDue(dueInstant(calendar, morning(start), duration, stops).derivation, '17:30');

describe('the sum behind a due instant, in words', () => {
  it('is short where nothing was passed over', () => {
    expect(explain('2026-11-25', { amount: 1, unit: 'working_day' })).toEqual({
      zh: '自11月25日（周三）次日起1个工作日：11月26日（周四） 17:30',
      en: '1 working day from Wed 25 Nov: Thu 26 Nov 17:30',
    });
  });

  it('names the holiday that was passed over and the make-up day it ends on', () => {
    expect(explain('2026-09-28', { amount: 5, unit: 'working_day' })).toEqual({
      zh: '自9月28日（周一）次日起5个工作日，10月1日（周四）至10月7日（周三）放假：10月10日（周六） 17:30（调休上班日）',
      en: '5 working days from Mon 28 Sep, Thu 1 Oct to Wed 7 Oct off: Sat 10 Oct 17:30, a make-up working day',
    });
  });

  it('says what a stop took out', () => {
    const stop = { from: morning('2026-11-03'), to: morning('2026-11-05'), ground: 'supplement' };
    expect(explain('2026-11-02', { amount: 5, unit: 'working_day' }, [stop])).toEqual({
      zh: '自11月2日（周一）次日起5个工作日，11月4日（周三）至11月5日（周四）中止不计：11月11日（周三） 17:30',
      en: '5 working days from Mon 2 Nov, Wed 4 Nov to Thu 5 Nov stopped, not counted: Wed 11 Nov 17:30',
    });
  });

  it('tells from which day off calendar days rolled forward, and onto which kind of day', () => {
    expect(explain('2026-09-20', { amount: 15, unit: 'calendar_day' })).toEqual({
      zh: '自9月20日（周日）次日起15日，10月5日（周一）非工作日，顺延：10月8日（周四） 17:30',
      en: '15 calendar days from Sun 20 Sep, Mon 5 Oct is no working day, rolled forward: Thu 8 Oct 17:30',
    });
    expect(explain('2026-09-09', { amount: 10, unit: 'calendar_day' })).toEqual({
      zh: '自9月9日（周三）次日起10日，9月19日（周六）非工作日，顺延：9月20日（周日） 17:30（调休上班日）',
      en: '10 calendar days from Wed 9 Sep, Sat 19 Sep is no working day, rolled forward: Sun 20 Sep 17:30, a make-up working day',
    });
  });

  it('counts hours from the event, not from the next day', () => {
    expect(explain('2026-11-25', { amount: 24, unit: 'hour' })).toEqual({
      zh: '自11月25日（周三）起24小时：11月26日（周四） 17:30',
      en: '24 hours from Wed 25 Nov: Thu 26 Nov 17:30',
    });
  });

  it('counts months', () => {
    expect(explain('2026-03-16', { amount: 1, unit: 'month' })).toEqual({
      zh: '自3月16日（周一）次日起1个月：4月16日（周四） 17:30',
      en: '1 month from Mon 16 Mar: Thu 16 Apr 17:30',
    });
  });

  it('writes a single day both ways', () => {
    expect(dayInWords(toDayNumber('2026-11-27'))).toEqual({ zh: '11月27日（周五）', en: 'Fri 27 Nov' });
  });
});
