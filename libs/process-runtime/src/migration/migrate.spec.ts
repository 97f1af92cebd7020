import type { ProcessPlan } from '../plan/process-plan.js';
import { CaseRun } from '../specimens/case-run.js';
import {
  boundary,
  end,
  eventSubProcess,
  gateway,
  planOf,
  start,
  subProcess,
  timerCatch,
  user,
} from '../specimens/plan-sketch.js';
import { plainEvaluate } from '../specimens/plain-evaluator.js';
import { checkMigration } from './check-migration.js';
import { migrate } from './migrate.js';
import type { NodeMapping } from './node-mapping.js';

const late = { trigger: { kind: 'timer', timer: { kind: 'elapsed', iso: 'P1D' } } } as const;
const line = (...nodes: Parameters<typeof planOf>[0]): ProcessPlan =>
  planOf(
    [start(), ...nodes, end()],
    ['start', ...nodes.filter(({ type }) => type !== 'boundaryEvent').map(({ id }) => id), 'end'].flatMap(
      (id, i, all) => (i === 0 ? [] : [`${all[i - 1]} > ${id}`]),
    ),
  );

/** The run goes on with the other plan. */
const moved = (run: CaseRun, to: ProcessPlan, mapping: NodeMapping = {}) => {
  const result = migrate(run.plan, to, run.state, run.data, mapping, {
    caseId: 'case-1',
    now: run.now,
    evaluate: plainEvaluate,
  });
  if (!result.ok) return { refused: result.error.code };
  const next = new CaseRun(to);
  next.state = result.value.state;
  next.data = result.value.data;
  next.last = result.value.effects;
  return { next };
};

describe('a case that comes to another version', () => {
  it('stands where it stood, under the same token, and goes on by the new way', () => {
    const run = new CaseRun(line(user('a'), user('b'))).start();
    const token = run.tokenAt('a');
    const { next } = moved(run, line(user('a'), user('between'), user('b')));
    expect(next?.tokenAt('a')).toBe(token);
    expect(next?.complete('a').places).toEqual(['between']);
  });

  it('is led to another name by the mapping, and refused without', () => {
    const run = new CaseRun(line(user('a'))).start();
    const to = line(user('check'));
    expect(checkMigration(run.plan, to, run.state, {}).problems).toEqual([
      { code: 'MIGRATION.UNMAPPED', node: 'a' },
    ]);
    expect(moved(run, to).refused).toBe('MIGRATION.UNMAPPED');
    expect(moved(run, to, { a: 'check' }).next?.places).toEqual(['check']);
  });

  it('cannot make another kind of step of the one it stands at', () => {
    const run = new CaseRun(line(user('a'))).start();
    expect(moved(run, line(timerCatch('a'))).refused).toBe('MIGRATION.TYPE_CHANGED');
  });

  it('cannot come into a sub-process that it never entered', () => {
    const run = new CaseRun(line(user('a'))).start();
    const to = planOf(
      [start(), subProcess('sub'), start('in', { parent: 'sub' }), user('a', { parent: 'sub' }), end()],
      ['start > sub', 'in > a', 'sub > end'],
    );
    expect(moved(run, to).refused).toBe('MIGRATION.OUTSIDE');
  });

  it('loses the timer that is not there any more and arms the one that is new, as the check had said', () => {
    const run = new CaseRun(line(user('a'), boundary('soon', 'a', late))).start();
    const to = planOf(
      [start(), user('a'), boundary('later', 'a', late), end()],
      ['start > a', 'a > end', 'later > end'],
    );
    expect(checkMigration(run.plan, to, run.state, {})).toEqual({
      problems: [],
      lost: [{ code: 'MIGRATION.TIMER_LOST', node: 'soon' }],
      added: [{ code: 'MIGRATION.WAIT_ADDED', node: 'later' }],
    });
    const { next } = moved(run, to);
    expect(next?.armed).toEqual(['later']);
    expect(next?.effects('wait-closed')).toHaveLength(1);
    expect(next?.effects('timer-armed')).toMatchObject([{ node: 'later' }]);
  });

  it('listens to the event sub-process that only the other version has, as the check had said', () => {
    const run = new CaseRun(line(user('a'))).start();
    const called = eventSubProcess('called', { kind: 'message', message: 'call' }, { interrupting: false });
    const to = planOf(
      [start(), user('a'), end(), ...called, user('answer', { parent: 'called' })],
      ['start > a', 'a > end', 'called_start > answer'],
    );
    expect(checkMigration(run.plan, to, run.state, {}).added).toEqual([
      { code: 'MIGRATION.WAIT_ADDED', node: 'called_start' },
    ]);
    const { next } = moved(run, to);
    expect(next?.armed).toEqual(['called_start']);
    expect(next?.apply({ kind: 'message', message: 'call', event: {} })).toBeUndefined();
    expect(next?.places).toEqual(['a', 'answer', 'called']);
  });

  it('does not listen again to an event sub-process that both have and that was heard', () => {
    const plan = planOf(
      [
        start(),
        user('a'),
        end(),
        ...eventSubProcess('once', { kind: 'message', message: 'call' }),
        user('answer', { parent: 'once' }),
      ],
      ['start > a', 'a > end', 'once_start > answer'],
    );
    const run = new CaseRun(plan).start();
    run.apply({ kind: 'message', message: 'call', event: {} });
    expect(run.places).toEqual(['answer', 'once']);
    const { next } = moved(run, plan);
    expect(next?.armed).toEqual([]);
    expect(next?.complete('answer').state.ended?.kind).toBe('completed');
  });

  it('waits at its join for the branches that are still to come', () => {
    const fork = planOf(
      [start(), gateway('fork', 'parallel'), user('a'), user('b'), gateway('join', 'parallel'), end()],
      ['start > fork', 'fork > a', 'fork > b', 'a > join', 'b > join', 'join > end'],
    );
    const run = new CaseRun(fork).start().complete('a');
    const { next } = moved(run, fork);
    expect(next?.places).toEqual(['b', 'join']);
    expect(next?.complete('b').state.ended?.kind).toBe('completed');
  });

  it('does not come back from its end', () => {
    const run = new CaseRun(line(user('a'))).start().complete('a');
    expect(moved(run, run.plan).refused).toBe('CASES.ENDED');
  });
});
