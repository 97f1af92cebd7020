import { createCalendar, type CalendarLayer } from '@lianban/calendar';
import { type Ladder, LadderBook } from '@lianban/domain';
import type { ClockDefinition } from '@lianban/process-runtime';
import type { WorstTask } from './board-reader.port.js';
import { worstSentence } from './worst-sentence.js';

const week: CalendarLayer = {
  layer: 'national',
  code: 'test',
  version: 1,
  utcOffset: '+08:00',
  officeHours: [
    ['08:30', '12:00'],
    ['14:00', '17:30'],
  ],
  years: { '2026': { source: 'test', off: [], workOnWeekend: [] } },
};
const calendar = createCalendar([week]);

const clock: ClockDefinition = {
  id: 'check',
  name: { zh: '审查', en: 'check' },
  scope: 'unit',
  kind: 'internal',
  duration: { amount: 2, unit: 'working_day' },
  from: 'filing.submitted',
  basis: 'PD',
  ladder: 'L-SHORT',
  stoppedBy: [],
};
const ladder: Ladder = {
  code: 'L-SHORT',
  version: 1,
  name: { zh: '短', en: 'short' },
  serves: 'default-short',
  rungs: [
    {
      level: 'L1',
      offset: { kind: 'working-days', days: 0 },
      action: { zh: '超期标记', en: 'overdue mark' },
      acts: [{ kind: 'remind' }],
      tell: [],
    },
  ],
};
const ladders = new LadderBook([ladder]);

const monday = '2026-03-02T02:00:00.000Z';
const worst: WorstTask = {
  caseId: 'c',
  caseNo: '2026-000001',
  title: '示例园',
  taskId: 't',
  step: { zh: '审查', en: 'Check' },
  office: { zh: '卫健局', en: 'Health' },
  place: '330902',
  heldSince: monday,
  dueAt: '2026-03-04T09:30:00.000Z',
  definitionId: 'd',
  clock: {
    definition: 'check',
    basis: 'PD',
    ladder: 'L-SHORT',
    ledger: [{ kind: 'started', at: monday, milestone: 'filing.submitted', calendar: 'test' }],
  },
  nextRung: { level: 'L1', at: '2026-03-04T09:30:00.000Z' },
};

describe('the worst case in one sentence', () => {
  it('says who holds it, since when, why due then and which rung is next', () => {
    const { zh, en } = worstSentence(worst, clock, ladders, calendar, '2026-03-03T02:00:00.000Z');
    expect(zh).toBe(
      '“示例园”的“审查”由卫健局自3月2日（周一）起承办，已1个工作日；时限为业务包默认，自3月2日（周一）次日起2个工作日：3月4日（周三） 17:30，还剩1个工作日；下一级预警 L1“超期标记”：3月4日（周三）17:30。',
    );
    expect(en).toBe(
      '"Check" of 示例园: Health has held it since Mon 2 Mar, 1 working day; due by the policy default, 2 working days from Mon 2 Mar: Wed 4 Mar 17:30, 1 working day left; next rung L1, overdue mark, Wed 4 Mar 17:30.',
    );
  });

  it('counts how long it is late, names the holder, and is silent of rungs that are over', () => {
    const { nextRung: _past, ...late } = worst;
    const holder = { zh: '经办人甲', en: 'Clerk A' };
    const { en } = worstSentence({ ...late, holder }, clock, ladders, calendar, '2026-03-09T02:00:00.000Z');
    expect(en).toContain('Health (Clerk A) has held it since Mon 2 Mar, 5 working days');
    expect(en).toContain('Wed 4 Mar 17:30, 3 working days overdue.');
  });

  it.each([
    ['2026-03-04T02:00:00.000Z', 'due today'],
    ['2026-03-04T10:00:00.000Z', 'overdue since today'],
  ])('at %s: %s', (now, words) => {
    expect(worstSentence(worst, clock, ladders, calendar, now).en).toContain(words);
  });

  it('gives the instant alone where no clock stands behind it', () => {
    const { clock: _none, ...bare } = worst;
    expect(worstSentence(bare, undefined, ladders, calendar, monday).en).toContain(
      'due Wed 4 Mar 17:30, 2 working days left',
    );
  });
});
