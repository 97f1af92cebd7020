import { createCalendar } from '@lianban/calendar';
import type { LadderContent } from '@lianban/contracts';
import type { ClockDefinition } from '@lianban/process-runtime';
import { dryRunClock, sumUp } from './dry-run.js';
import type { PastClock } from './ladder-store.port.js';

const calendar = createCalendar([]);
const terms: ClockDefinition = {
  id: 'clock',
  name: { zh: '时限', en: 'Clock' },
  scope: 'unit',
  kind: 'internal',
  duration: { amount: 3, unit: 'working_day' },
  from: 'started',
  basis: 'PD',
  ladder: 'L-SHORT',
  stoppedBy: [],
};
type Rung = LadderContent['rungs'][number];
const rung = (level: string, days: number, when?: Rung['when']): Rung => ({
  level,
  offset: { kind: 'working-days', days },
  action: { zh: level, en: level },
  acts: [{ kind: 'letter' }],
  tell: [{ post: 'assignee', of: 'own-unit' }],
  ...(when ? { when } : {}),
});
const content = (...rungs: Rung[]): LadderContent => ({
  name: { zh: '阶梯', en: 'Ladder' },
  serves: 'default-short',
  rungs,
});

const person = { office: { zh: '科', en: 'Desk' }, name: { zh: '甲', en: 'A' } };
/** Started on Monday 2 March, due on Thursday, met on Friday at 10:00. */
const clock = (changes: Partial<PastClock> = {}): PastClock => ({
  id: 'clock',
  caseId: 'case',
  caseNo: '2026-000001',
  caseTitle: '某机构',
  definition: 'clock',
  definitionId: 'definition',
  node: 'check',
  name: { zh: '时限', en: 'Clock' },
  scope: 'unit',
  district: '330902',
  ledger: [
    { kind: 'started', at: '2026-03-02T01:00:00.000Z', milestone: 'started', calendar: 'CN@1' },
    { kind: 'met', at: '2026-03-06T02:00:00.000Z' },
  ],
  milestones: {},
  tasks: [],
  firings: [{ level: 'L0', firedAt: '2026-03-05T09:30:00.400Z', told: [person] }],
  ...changes,
});
const now = '2026-03-20T00:00:00.000Z';
const run = (ladder: LadderContent, of: Partial<PastClock> = {}) =>
  dryRunClock(clock(of), terms, ladder, calendar, now);
const levels = (ladder: LadderContent, of: Partial<PastClock> = {}) =>
  run(ladder, of)?.levels.map(({ level, fired, would, depends }) => [
    level,
    fired !== undefined,
    would,
    depends,
  ]);

describe('a dry run of a ladder on a clock that has been', () => {
  it('says what would have fired until it was met, and what would not have come up', () => {
    expect(levels(content(rung('L0', 0), rung('L1', 0.5), rung('L2', 1)))).toEqual([
      ['L0', true, '2026-03-05T09:30:00.000Z', false],
      ['L1', false, undefined, false],
      ['L2', false, undefined, false],
    ]);
  });

  it('shows a level that fired then and no longer exists', () => {
    expect(levels(content(), {})).toEqual([['L0', true, undefined, false]]);
  });

  it('knows nothing of a clock that stands still', () => {
    const [started] = clock().ledger;
    if (!started) throw new Error('it started');
    const stopped = { kind: 'stopped' as const, at: '2026-03-03T01:00:00.000Z', ground: 'supplement' };
    expect(run(content(rung('L0', 0)), { ledger: [started, stopped] })).toBeUndefined();
  });

  it('asks a condition as it stood then, and says where nobody wrote it down', () => {
    const measure = { kind: 'not-recorded' as const, milestone: 'measure' };
    const at = (recorded?: string) =>
      levels(content(rung('L0', 0, measure)), {
        milestones: recorded === undefined ? {} : { measure: recorded },
      });
    expect(at()).toEqual([['L0', true, '2026-03-05T09:30:00.000Z', false]]);
    expect(at('2026-03-04T00:00:00Z')).toEqual([['L0', true, undefined, false]]);
    expect(at('2026-03-06T00:00:00Z')).toEqual([['L0', true, '2026-03-05T09:30:00.000Z', false]]);
    expect(levels(content(rung('L0', 0, { kind: 'not-acknowledged' })))).toEqual([
      ['L0', true, '2026-03-05T09:30:00.000Z', true],
    ]);
  });

  it('is summed up: the same instant within a minute is no change', () => {
    const same = run(content(rung('L0', 0)));
    const sooner = run(content(rung('L0', -1)));
    if (!same || !sooner) throw new Error('both ran');
    expect(sumUp([same])).toEqual({
      tried: 1,
      changed: 0,
      levels: [{ level: 'L0', fired: 1, wouldFire: 1, earlier: 0, later: 0 }],
    });
    expect(sumUp([same, sooner])).toMatchObject({ tried: 2, changed: 1, levels: [{ earlier: 1, later: 0 }] });
  });
});
