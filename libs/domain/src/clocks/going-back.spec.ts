import {
  type ClockDefinition,
  type Effect,
  type PlanNode,
  type ProcessPlan,
  aheadOf,
} from '@lianban/process-runtime';
import { createCalendar } from '@lianban/calendar';
import { LadderBook } from './ladder-book.js';
import type { CaseClock, ClockChange } from './clock.js';
import { type GoingBack, returningTo, takingBack } from './going-back.js';
import { moveClocks } from './move-clocks.js';
import { suspensionStop } from './suspension-stop.js';

const text = { zh: '', en: '' };
const clock = (id: string, from: string, more: Partial<ClockDefinition> = {}): ClockDefinition => ({
  id,
  name: text,
  scope: 'unit',
  kind: 'internal',
  duration: { amount: 5, unit: 'working_day' },
  from,
  basis: 'PD',
  ladder: 'L-STD',
  stoppedBy: [],
  ...more,
});

/** draft → review → fork → (fire | market) → issue, and from the review back to the draft. */
const edges: readonly (readonly [string, string])[] = [
  ['start', 'draft'],
  ['draft', 'review'],
  ['review', 'draft'],
  ['review', 'fork'],
  ['fork', 'fire'],
  ['fork', 'market'],
  ['fire', 'issue'],
  ['market', 'issue'],
];
const recorded: Readonly<Record<string, string>> = {
  start: 'received',
  draft: 'drafted',
  review: 'reviewed',
};
const clocks = {
  case: clock('case', 'received', { scope: 'case' }),
  draft: clock('draft', 'received'),
  review: clock('review', 'drafted', { stoppedBy: ['force-majeure'] }),
  fire: clock('fire', 'reviewed'),
};
const node = (id: string): PlanNode =>
  ({
    id,
    type: id === 'fork' ? 'parallelGateway' : id === 'start' ? 'startEvent' : 'userTask',
    name: text,
    incoming: edges.filter(([, to]) => to === id).map(([from]) => `${from}_${id}`),
    outgoing: edges.filter(([from]) => from === id).map(([, to]) => `${id}_${to}`),
    milestones: recorded[id] === undefined ? [] : [{ name: recorded[id] }],
    boundary: [],
    clocks: id in clocks ? [id] : id === 'issue' ? ['case'] : [],
  }) as unknown as PlanNode;
const ids = ['start', 'draft', 'review', 'fork', 'fire', 'market', 'issue'];
const plan = {
  nodes: Object.fromEntries(ids.map((id) => [id, node(id)])),
  flows: Object.fromEntries(edges.map(([from, to]) => [`${from}_${to}`, { id: `${from}_${to}`, from, to }])),
  clocks,
} as unknown as ProcessPlan;

const calendar = createCalendar([
  {
    layer: 'national',
    code: 'CN',
    version: 1,
    years: { '2026': { source: 'a notice', off: [], workOnWeekend: [] } },
  },
]);
const at = '2026-03-02T01:00:00.000Z';
const now = '2026-03-04T01:00:00.000Z';
const held = (id: keyof typeof clocks, met = false): CaseClock => ({
  id: `clock-of-${id}`,
  definition: clocks[id],
  node: id === 'case' ? 'issue' : id,
  ledger: [
    { kind: 'started', at, milestone: clocks[id].from, calendar: 'CN@1' },
    ...(met ? [{ kind: 'met' as const, at }] : []),
  ],
  fired: [],
});
const move = (
  have: readonly CaseClock[],
  effects: readonly Effect[],
  more: { back?: GoingBack; suspendedOn?: string } = {},
): Readonly<Record<string, ClockChange>> => {
  let number = 0;
  const changes = moveClocks(have, effects, {
    plan,
    calendarOf: () => calendar,
    ladders: new LadderBook([]),
    milestones: { received: at, drafted: at, reviewed: at },
    now,
    newId: () => `new-${(number += 1)}`,
    holds: () => true,
    ...more,
  });
  return Object.fromEntries(changes.map((change) => [change.clock.id, change]));
};
const created = (id: string): Effect => ({ kind: 'task-created', task: 't9', node: id, input: {} });
const cancelled = (id: string): Effect => ({ kind: 'activity-cancelled', node: id });

describe('what lies ahead of a step', () => {
  it('is what follows it, but not what a loop leads back to', () => {
    expect([...aheadOf(plan, 'review')].toSorted()).toEqual(['fire', 'fork', 'issue', 'market', 'review']);
    expect([...aheadOf(plan, 'draft')]).toContain('review');
    expect([...aheadOf(plan, 'review')]).not.toContain('draft');
  });
});

describe('clocks of a case that goes back', () => {
  const walkAgain = returningTo(plan, 'draft', 'walk-again');

  it('run on where they count from before the step returned to', () => {
    const changes = move([held('case')], [cancelled('fire'), created('draft')], { back: walkAgain });
    expect(changes['clock-of-case']).toBeUndefined();
  });

  it('are closed, neither met nor breached, where what they count from will be recorded again', () => {
    const { 'clock-of-fire': fire } = move([held('fire')], [cancelled('fire')], { back: walkAgain });
    expect(fire).toMatchObject({
      isRetired: true,
      appended: [{ kind: 'closed', at: now, ground: 'returned' }],
      reading: { state: 'closed', closedAt: now },
      schedule: [],
    });
  });

  it('start anew when the work comes to the unit again', () => {
    const changes = move([held('fire')], [cancelled('fire'), created('fire')], { back: walkAgain });
    expect(changes['clock-of-fire']).toMatchObject({ isRetired: true });
    expect(changes['new-1']).toMatchObject({ isNew: true, reading: { state: 'running', startedAt: now } });
  });

  it('that were met give way to a fresh one for the step that is done again', () => {
    const back = returningTo(plan, 'draft', 'come-back');
    const changes = move([held('draft', true), held('review')], [created('draft')], { back });
    expect(changes['clock-of-draft']).toMatchObject({ isRetired: true, reading: { state: 'met' } });
    expect(changes['new-1']).toMatchObject({ clock: { node: 'draft' }, reading: { state: 'running' } });
    // Nothing is walked again: who returned the step is still on its clock.
    expect(changes['clock-of-review']).toBeUndefined();
  });

  it('go on as if it had not been completed where a completion is taken back', () => {
    const back = takingBack('draft', at);
    const closed: Effect = {
      kind: 'task-closed',
      task: 't2',
      node: 'review',
      how: 'cancelled',
      by: 'take-back',
    };
    const changes = move([held('draft', true), held('review')], [closed, created('draft')], { back });
    expect(changes['clock-of-draft']).toMatchObject({
      isRetired: false,
      appended: [{ kind: 'reopened', ground: 'taken-back' }],
      reading: { state: 'running' },
    });
    expect(changes['clock-of-review']).toMatchObject({
      isRetired: true,
      appended: [{ kind: 'closed', ground: 'taken-back' }],
    });
  });

  it('are closed where the milestone that they count from is withdrawn', () => {
    const withdrawn: Effect = { kind: 'milestone-withdrawn', name: 'reviewed' };
    const changes = move([held('case'), held('fire')], [withdrawn], { back: takingBack('review', at) });
    expect(Object.keys(changes)).toEqual(['clock-of-fire']);
    expect(changes['clock-of-fire']).toMatchObject({
      isRetired: true,
      appended: [{ kind: 'closed', ground: 'taken-back' }],
    });
  });
});

describe('clocks of a case that is suspended', () => {
  it('stop where they name the ground, under a stop of their own, and run on otherwise', () => {
    const stopped = move(
      [held('review'), held('fire')],
      [{ kind: 'case-suspended', ground: 'force-majeure' }],
    );
    expect(Object.keys(stopped)).toEqual(['clock-of-review']);
    expect(stopped['clock-of-review']).toMatchObject({
      appended: [{ kind: 'stopped', ground: suspensionStop('force-majeure') }],
      reading: { state: 'stopped' },
    });
    const clockNow = stopped['clock-of-review']?.clock;
    if (!clockNow) throw new Error('no clock');
    const resumed = move([clockNow], [{ kind: 'case-resumed' }], { suspendedOn: 'force-majeure' });
    expect(resumed['clock-of-review']).toMatchObject({ reading: { state: 'running' } });
  });

  it('stay stopped by the process when a suspension on the same ground is lifted', () => {
    const both: CaseClock = {
      ...held('review'),
      ledger: [
        ...held('review').ledger,
        { kind: 'stopped', at, ground: 'force-majeure' },
        { kind: 'stopped', at, ground: suspensionStop('force-majeure') },
      ],
    };
    const resumed = move([both], [{ kind: 'case-resumed' }], { suspendedOn: 'force-majeure' });
    expect(resumed['clock-of-review']).toMatchObject({ reading: { state: 'stopped' } });
  });
});
