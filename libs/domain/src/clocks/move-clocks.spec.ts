import { closingTime, createCalendar, toDayNumber } from '@lianban/calendar';
import type { ClockDefinition, Effect, ProcessPlan } from '@lianban/process-runtime';
import fc from 'fast-check';
import { LadderBook } from './ladder-book.js';
import type { CaseClock, ClockChange } from './clock.js';
import { moveClocks } from './move-clocks.js';

const calendar = createCalendar([]);
const close = (date: string): string => closingTime(calendar, toDayNumber(date));

const clock = (id: string, more: Partial<ClockDefinition>): ClockDefinition => ({
  id,
  name: { zh: id, en: id },
  scope: 'unit',
  kind: 'internal',
  duration: { amount: 3, unit: 'working_day' },
  from: 'submitted',
  basis: 'PD',
  ladder: 'L-SHORT',
  stoppedBy: [],
  ...more,
});

const clocks = {
  check: clock('check', { metWhen: 'complete', stoppedBy: ['supplement'], leastAfterStop: 1 }),
  receipt: clock('receipt', {
    scope: 'case',
    kind: 'statutory',
    duration: { amount: 5, unit: 'working_day' },
  }),
  visit: clock('visit', { from: 'receipt-issued' }),
};
const plan = {
  nodes: {
    step_check: { id: 'step_check', clocks: ['check'] },
    step_receipt: { id: 'step_receipt', clocks: ['receipt'] },
    step_visit: { id: 'step_visit', clocks: ['visit'] },
    gateway: { id: 'gateway' },
  },
  clocks,
} as unknown as ProcessPlan;

const monday = '2026-11-23T02:00:00.000Z';

/** A case whose clocks move step by step. */
class Case {
  clocks: readonly CaseClock[] = [];
  milestones: Readonly<Record<string, string>> = {};
  private ids = 0;

  move(now: string, ...effects: readonly Effect[]): readonly ClockChange[] {
    for (const effect of effects)
      if (effect.kind === 'milestone') this.milestones = { ...this.milestones, [effect.name]: effect.at };
    const changes = moveClocks(this.clocks, effects, {
      plan,
      calendarOf: () => calendar,
      ladders: new LadderBook([]),
      milestones: this.milestones,
      now,
      newId: () => `clock ${(this.ids += 1)}`,
      holds: (_expression, outcome) => outcome === 'complete',
    });
    const changed = new Map(changes.map(({ clock: it }) => [it.id, it]));
    const known = this.clocks.map((it) => changed.get(it.id) ?? it);
    this.clocks = [...known, ...changes.flatMap(({ clock: it, isNew }) => (isNew ? [it] : []))];
    return changes;
  }
}

const milestone = (name: string, at: string): Effect => ({ kind: 'milestone', name, at });
const task = (node: string): Effect => ({ kind: 'task-created', task: `task of ${node}`, node, input: {} });
const done = (node: string, outcome: string): Effect => ({ kind: 'activity-completed', node, outcome });
const gone = (node: string): Effect => ({ kind: 'activity-cancelled', node });
const stop = (ground: string): Effect => ({ kind: 'clock-stop', action: 'stop', ground, node: 'gateway' });
const resume = (ground: string): Effect => ({
  kind: 'clock-stop',
  action: 'resume',
  ground,
  node: 'gateway',
});

const readings = (changes: readonly ClockChange[]) =>
  changes.map(
    ({ clock: { definition }, reading }) => `${definition.id} ${reading.state} ${reading.dueAt ?? '-'}`,
  );

describe('what a step means for the clocks of its case', () => {
  it('starts a case clock with its milestone, whoever has the work', () => {
    const it = new Case();
    expect(readings(it.move(monday, milestone('submitted', monday)))).toEqual([
      `receipt running ${close('2026-11-30')}`,
    ]);
  });

  it('starts a case clock in arrears where its milestone lies back', () => {
    const it = new Case();
    const [change] = it.move('2026-12-01T02:00:00.000Z', milestone('submitted', monday));
    expect(change?.reading.dueAt).toBe(close('2026-11-30'));
  });

  it('starts a unit’s clock when the work reaches the unit', () => {
    const it = new Case();
    expect(readings(it.move(monday, milestone('submitted', monday), task('step_check')))).toEqual([
      `receipt running ${close('2026-11-30')}`,
      `check running ${close('2026-11-26')}`,
    ]);
  });

  it('counts no day against a unit on which it did not have the work', () => {
    // Deemed complete on Monday next, as of the receipt a week before: nobody who is asked now is late already.
    const it = new Case();
    it.move(monday, milestone('submitted', monday));
    const [change] = it.move('2026-11-30T09:30:00.000Z', task('step_check'));
    expect(change?.reading).toMatchObject({
      startedAt: '2026-11-30T09:30:00.000Z',
      dueAt: close('2026-12-03'),
    });
  });

  it('counts from a milestone that is still to come', () => {
    const it = new Case();
    it.move(monday, milestone('receipt-issued', '2026-11-24T10:00:00+08:00'));
    const [change] = it.move(monday, task('step_visit'));
    expect(change?.reading.startedAt).toBe('2026-11-24T02:00:00.000Z');
  });

  it('meets the clock of a step that is completed, if its condition holds', () => {
    const it = new Case();
    it.move(monday, milestone('submitted', monday), task('step_check'));
    expect(it.move(monday, done('step_check', 'supplement'))).toEqual([]);
    expect(it.move(monday, done('step_check', 'complete'))[0]).toMatchObject({
      appended: [{ kind: 'met', outcome: 'complete' }],
      schedule: [],
    });
  });

  it('finds the clock of a step that is entered again as it was left', () => {
    const it = new Case();
    it.move(monday, milestone('submitted', monday), task('step_check'));
    it.move(monday, done('step_check', 'supplement'));
    expect(it.move('2026-11-25T02:00:00.000Z', task('step_check'))).toEqual([]);
  });

  it('stops and resumes only clocks that the ground may stop', () => {
    const it = new Case();
    it.move(monday, milestone('submitted', monday), task('step_check'));
    expect(readings(it.move(monday, stop('supplement')))).toEqual(['check stopped -']);
    expect(readings(it.move('2026-11-25T02:00:00.000Z', resume('supplement')))).toEqual([
      `check running ${close('2026-11-30')}`,
    ]);
    expect(it.move(monday, stop('special-procedure'))).toEqual([]);
  });

  it('takes a unit’s clock away with its step; the case’s runs on', () => {
    const it = new Case();
    it.move(monday, milestone('submitted', monday), task('step_check'));
    expect(readings(it.move(monday, gone('step_check')))).toEqual([`check cancelled ${close('2026-11-26')}`]);
    expect(it.move(monday, gone('step_receipt'))).toEqual([]);
  });

  it('ends every clock with the case, and none twice', () => {
    const it = new Case();
    it.move(monday, milestone('submitted', monday), task('step_check'));
    it.move(monday, done('step_check', 'complete'));
    expect(readings(it.move(monday, { kind: 'case-ended', how: 'completed' }))).toEqual([
      `receipt cancelled ${close('2026-11-30')}`,
    ]);
    expect(
      it.move(monday, { kind: 'case-ended', how: 'completed' }, gone('step_check'), stop('supplement')),
    ).toEqual([]);
  });

  it('asks nothing of nodes without clocks', () => {
    expect(new Case().move(monday, task('gateway'), done('gateway', 'x'), task('unknown'))).toEqual([]);
  });
});

describe('clocks under any course of events', () => {
  const effects = fc.constantFrom<Effect>(
    milestone('submitted', monday),
    milestone('receipt-issued', monday),
    task('step_check'),
    task('step_visit'),
    done('step_check', 'supplement'),
    done('step_check', 'complete'),
    done('step_receipt', 'receipt'),
    gone('step_visit'),
    stop('supplement'),
    resume('supplement'),
    { kind: 'case-ended', how: 'completed' },
  );

  it('that ran out before a sweep came by say so, whatever happens to them then', () => {
    const it = new Case();
    it.move(monday, milestone('submitted', monday), task('step_receipt'));
    const late = '2026-12-01T02:00:00.000Z';
    const [change] = it.move(late, done('step_receipt', 'complete'));
    const dueAt = close('2026-11-30');
    expect(change?.appended).toEqual([
      { kind: 'breached', at: dueAt, dueAt },
      { kind: 'met', at: late, outcome: 'complete' },
    ]);
    expect(change?.reading).toMatchObject({ state: 'met', breachedAt: dueAt });
  });

  it('that are met in the instant they run out are in time', () => {
    const it = new Case();
    it.move(monday, milestone('submitted', monday), task('step_receipt'));
    const [change] = it.move(close('2026-11-30'), done('step_receipt', 'complete'));
    expect(change?.appended.map(({ kind }) => kind)).toEqual(['met']);
  });

  it('only ever append, start once, and stay closed once closed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.array(effects, { maxLength: 4 }), fc.nat(3)), { maxLength: 12 }),
        (steps) => {
          const it = new Case();
          let now = Date.parse(monday);
          for (const [moves, days] of steps) {
            now += days * 86_400_000;
            const before = new Map(it.clocks.map((known) => [known.definition.id, known.ledger]));
            const changes = it.move(new Date(now).toISOString(), ...moves);
            for (const {
              clock: { definition, ledger },
              appended,
              isNew,
            } of changes) {
              const known = before.get(definition.id) ?? [];
              expect(ledger).toEqual([...known, ...appended]);
              expect(isNew).toBe(known.length === 0);
              expect(['met', 'cancelled']).not.toContain(known.at(-1)?.kind);
            }
            expect(new Set(it.clocks.map(({ definition }) => definition.id)).size).toBe(it.clocks.length);
          }
        },
      ),
    );
  });

  it('have something left to do exactly while they run', () => {
    fc.assert(
      fc.property(fc.array(effects, { maxLength: 12 }), (moves) => {
        const it = new Case();
        for (const move of moves)
          for (const { reading, schedule } of it.move(monday, move))
            expect(schedule.length > 0).toBe(reading.state === 'running');
      }),
    );
  });
});
