import { type Ladder, LadderBook, type Rung } from '@lianban/domain';
import type { ProcessPlan } from '@lianban/process-runtime';
import type { FullDirectory } from '../routing/index.js';
import type { ClockDue } from './due-store.port.js';
import type { FiringSurroundings } from './look-at-rung.js';
import { Reach } from './reach.js';
import { askingForMisses, planFirings } from './plan-firings.js';

const office = (district: string, department: string) => ({
  id: `${district}.${department}`,
  department,
  district,
  name: { zh: department, en: department },
});
const holder = (userId: string, officeId: string, post: string) => ({
  userId,
  officeId,
  post,
  name: { zh: userId, en: userId },
});
const holders = [
  holder('clerk-a', 'county.health', 'clerk'),
  holder('clerk-b', 'county.health', 'clerk'),
  holder('fire-clerk', 'county.fire', 'clerk'),
  holder('fire-bureau', 'city.fire', 'department-head'),
  holder('officer', 'county.joint-meeting', 'joint-meeting-office'),
  holder('convenor', 'county.joint-meeting', 'convenor'),
];
const directory = (people: typeof holders): FullDirectory => ({
  offices: [
    office('county', 'health'),
    office('county', 'fire'),
    office('city', 'fire'),
    office('county', 'joint-meeting'),
  ],
  overrides: [],
  staffed: new Set(people.map(({ officeId }) => officeId)),
  holders: people,
  signs: new Map(),
  departments: new Map([
    ['health', { enforcementPower: true, verticallyLed: false }],
    ['fire', { enforcementPower: true, verticallyLed: true }],
  ]),
  districts: new Map(),
  parents: new Map([['county', 'city']]),
});

const plan = {
  lanes: { lane_health: { department: 'health', level: 'county' } },
  nodes: { sign: { id: 'sign', lane: 'lane_health' } },
} as unknown as ProcessPlan;

const rung = (level: string, tell: Rung['tell'], more: Partial<Rung> = {}): Rung => ({
  level,
  offset: { kind: 'breach' },
  action: { zh: level, en: level },
  acts: [{ kind: 'letter' }],
  tell,
  ...more,
});
const ladderOf = (...rungs: readonly Rung[]): Ladder => ({
  code: 'L-STD',
  version: 2,
  name: { zh: '阶梯', en: 'Ladder' },
  serves: 'default-long',
  rungs: [...rungs],
});

const due = '2026-03-05T09:30:00.000Z';
const clock = (changes: Partial<ClockDue> = {}): ClockDue => ({
  id: 'due',
  tenant: '330900',
  caseId: 'case',
  caseNo: '2026-000001',
  clockId: 'clock',
  definition: 'clock_sign',
  clockName: { zh: '会签', en: 'Countersigning' },
  node: 'sign',
  kind: 'internal',
  basis: 'PD',
  ladder: 'L-STD',
  climbs: 'L-STD@2',
  state: 'running',
  dueAt: due,
  schedule: [{ at: due, kind: 'rung', level: 'L0' }],
  definitionId: 'definition',
  district: 'county',
  ledgerLength: 1,
  fired: [],
  milestones: [],
  acknowledged: false,
  exemptions: [],
  tasks: [{ id: 'task', node: 'sign', officeId: 'county.health', assignee: 'clerk-a' }],
  ...changes,
});
const fire = (
  ladder: Ladder,
  of: Partial<ClockDue> = {},
  around: Partial<FiringSurroundings> = {},
  people = holders,
) =>
  planFirings([clock(of)], {
    now: due,
    ladders: new LadderBook([ladder]),
    reach: new Reach(directory(people)),
    planOf: () => plan,
    misses: new Map(),
    ...around,
  });
const told = ({ firings }: ReturnType<typeof fire>): readonly string[] =>
  firings.flatMap((firing) =>
    firing.told.map(({ userId, fallback }) => `${userId}${fallback === undefined ? '' : ` (${fallback})`}`),
  );
const why = ({ firings }: ReturnType<typeof fire>): readonly string[] =>
  firings.map(({ level, fired, why: reason }) => `${level} ${fired} ${reason}`);

const assignee: Rung['tell'] = [{ post: 'assignee', of: 'own-unit' }];

describe('a rung that falls due', () => {
  it('tells the holder of each open task of its step, and of no other', () => {
    const found = fire(ladderOf(rung('L0', assignee)), {
      tasks: [
        { id: 't1', node: 'sign', officeId: 'county.health', assignee: 'clerk-b' },
        { id: 't2', node: 'sign', officeId: 'county.fire', assignee: 'fire-clerk' },
        { id: 't3', node: 'other', officeId: 'county.health', assignee: 'clerk-a' },
      ],
    });
    expect(told(found)).toEqual(['clerk-b', 'fire-clerk']);
  });

  it('goes to the next level that reaches somebody where nobody of its own can be reached', () => {
    const ladder = ladderOf(
      rung('L0', [{ post: 'section-head', of: 'own-unit' }]),
      rung('L1', [{ post: 'department-head', of: 'city', department: 'fire' }]),
    );
    const found = fire(
      ladder,
      {},
      {},
      holders.filter(({ userId }) => userId === 'fire-bureau'),
    );
    expect(told(found)).toEqual(['fire-bureau']);
    expect(why(found)).toEqual(['L0 true passed-on']);
    expect(why(fire(ladder, {}, {}, []))).toEqual(['L0 true nobody-reached']);
  });

  it('reaches a unit that is led from above through the convenor, not through its municipal bureau', () => {
    const ladder = ladderOf(rung('L0', [{ post: 'department-head', of: 'city' }]));
    const found = fire(ladder, { tasks: [{ id: 't', node: 'sign', officeId: 'county.fire' }] });
    expect(told(found)).toEqual(['convenor (led from above: department-head)']);
    expect(found.outbox[0]?.payload).toMatchObject({ unit: { officeId: 'county.fire', ledFromAbove: true } });
  });

  it('does not fire where its condition is false, and says so', () => {
    const ladder = ladderOf(rung('L0', assignee, { when: { kind: 'not-acknowledged' } }));
    expect(why(fire(ladder))).toEqual(['L0 true due']);
    const silent = fire(ladder, { acknowledged: true });
    expect(why(silent)).toEqual(['L0 false condition-false']);
    expect([silent.notices, silent.outbox]).toEqual([[], []]);
  });

  it('holds an exempt unit not to account, and says which conclusion exempts it; the work is pressed for as before', () => {
    const exemptions = [{ officeId: 'county.health', conclusionId: 'conclusion' }];
    const entry = { kind: 'ledger-entry' } as const;
    const outcome = (acts: Rung['acts'], of: Partial<ClockDue> = { exemptions }) => {
      const found = fire(ladderOf(rung('L0', assignee, { acts })), of);
      const [{ conclusionId, acts: done } = { conclusionId: undefined, acts: [] }] = found.firings;
      return [why(found)[0], conclusionId, done.map(({ kind }) => kind), found.entries.length];
    };
    expect(outcome([entry], {})).toEqual(['L0 true due', undefined, ['ledger-entry'], 1]);
    expect(outcome([entry])).toEqual(['L0 false exempt', 'conclusion', [], 0]);
    expect(outcome([{ kind: 'letter' }])).toEqual(['L0 true due', undefined, ['letter'], 0]);
    expect(outcome([{ kind: 'letter' }, entry])).toEqual([
      'L0 true exempt-in-part',
      'conclusion',
      ['letter'],
      0,
    ]);
    const both = ['county.health', 'county.fire'].map((officeId) => ({
      id: officeId,
      node: 'sign',
      officeId,
      assignee: 'clerk-a',
    }));
    expect(outcome([entry], { exemptions, tasks: both })[0]).toBe('L0 true due');
  });

  it('asks how often a clock was missed only where it must know', () => {
    const ladder = ladderOf(rung('L0', assignee, { when: { kind: 'misses', count: 2, inARow: true } }));
    const plain = ladderOf(rung('L0', assignee));
    const asking = (of: Ladder): number => askingForMisses([clock()], new LadderBook([of]), due).length;
    expect([asking(ladder), asking(plain)]).toEqual([1, 0]);
    expect(why(fire(ladder))).toEqual(['L0 false condition-false']);
    const misses = new Map([['clock', { inARow: 2, withinAYear: 2 }]]);
    expect(why(fire(ladder, {}, { misses }))).toEqual(['L0 true due']);
  });

  it('leaves out a level that was looked at before', () => {
    expect(fire(ladderOf(rung('L0', assignee)), { fired: ['L0'] }).firings).toEqual([]);
  });

  it('no longer reminds of something that has run out meanwhile; what is more than a reminder still fires', () => {
    const early = '2026-03-03T00:30:00.000Z';
    const schedule = [
      { at: early, kind: 'rung' as const, level: 'L0' },
      { at: early, kind: 'rung' as const, level: 'L1' },
    ];
    const ladder = ladderOf(rung('L0', assignee, { acts: [{ kind: 'remind' }] }), rung('L1', assignee));
    expect(why(fire(ladder, { schedule }))).toEqual(['L0 false overtaken', 'L1 true due']);
    expect(why(fire(ladder, { schedule }, { now: early }))).toEqual(['L0 true due', 'L1 true due']);
  });

  it('hands letters and orders to the outbox; reminders, marks and entries are done at once', () => {
    const ladder = ladderOf(
      rung('L0', assignee, {
        acts: [{ kind: 'remind' }, { kind: 'ledger-entry' }, { kind: 'supervision-order', answerWithin: 3 }],
      }),
    );
    const found = fire(ladder, { basis: 'FILING-9A', kind: 'statutory' });
    expect(found.outbox[0]?.payload).toMatchObject({
      clockId: 'clock',
      level: 'L0',
      ladder: 'L-STD@2',
      lateness: 'breached',
      acts: [{ kind: 'supervision-order', answerWithin: 3 }],
    });
    expect(found.entries).toMatchObject([{ level: 'L0', kind: 'breached', basis: 'FILING-9A' }]);
  });

  it('enters a default as late, never as a breach of law', () => {
    const ladder = ladderOf(rung('L0', assignee, { acts: [{ kind: 'ledger-entry' }] }));
    const found = fire(ladder, {
      schedule: [{ at: due, kind: 'mark', mark: 'overdue' }, ...clock().schedule],
    });
    expect(found.entries).toMatchObject([{ kind: 'late', basis: 'PD' }]);
    expect(found.overruns).toMatchObject([{ kind: 'late', dueAt: due }]);
  });
});

describe('notices', () => {
  const ladder = ladderOf(rung('L0', assignee));
  const many = (
    count: number,
    now: string,
    of: Ladder = ladder,
    changes: (index: number) => Partial<ClockDue> = () => ({}),
  ) =>
    planFirings(
      Array.from({ length: count }, (_, index) =>
        clock({ id: `due ${index}`, clockId: `clock ${index}`, ...changes(index) }),
      ),
      {
        now,
        ladders: new LadderBook([of]),
        reach: new Reach(directory(holders)),
        planOf: () => plan,
        misses: new Map(),
      },
    ).notices;

  it('are one of its own for a single rung', () => {
    expect(many(1, due)).toMatchObject([{ userId: 'clerk-a', kind: 'rung', payload: { level: 'L0' } }]);
  });

  it('are one list a person for several at once', () => {
    expect(many(3, due)).toMatchObject([{ userId: 'clerk-a', kind: 'rungs', payload: { count: 3 } }]);
  });

  it('that come late share one list an hour, whatever the set they come in', () => {
    const [first] = many(2, '2026-03-05T12:00:00.000Z');
    const [second] = many(1, '2026-03-05T12:59:00.000Z');
    const [other] = many(1, '2026-03-05T13:00:00.000Z');
    expect(second?.kind).toBe('rungs');
    expect(second?.id).toBe(first?.id);
    expect(other?.id).not.toBe(first?.id);
  });

  it('of several in one minute share a list, whatever the set they come in', () => {
    const [first] = many(2, '2026-03-05T09:30:00.100Z');
    const [second] = many(3, '2026-03-05T09:30:15.000Z');
    expect(second?.id).toBe(first?.id);
  });

  it('in a storm are lists only, also for whom a single rung of the set concerns', () => {
    const task = { id: 'task', node: 'sign', officeId: 'county.health' };
    const kinds = (count: number) =>
      many(count, due, ladder, (index) => ({
        tasks: [{ ...task, assignee: index === 0 ? 'clerk-b' : 'clerk-a' }],
      }))
        .map(({ userId, kind }) => `${userId} ${kind}`)
        .toSorted();
    expect(kinds(20)).toEqual(['clerk-a rungs', 'clerk-b rung']);
    expect(kinds(21)).toEqual(['clerk-a rungs', 'clerk-b rungs']);
  });

  it('of a critical rung are never put into a list', () => {
    const critical: Ladder = { ...ladder, serves: 'critical' };
    expect(many(3, '2026-03-05T12:00:00.000Z', critical).map(({ kind }) => kind)).toEqual([
      'rung',
      'rung',
      'rung',
    ]);
  });
});
