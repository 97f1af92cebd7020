import { CaseRun } from '../../specimens/case-run.js';
import { plainEvaluate } from '../../specimens/plain-evaluator.js';
import {
  boundary,
  end,
  gateway,
  planOf,
  start,
  subProcess,
  throwing,
  user,
} from '../../specimens/plan-sketch.js';
import { describeWaiting } from '../../state/describe-waiting.js';

const healed: typeof plainEvaluate = (expression, variables) =>
  expression.startsWith('fail') ? { ok: true, value: true } : plainEvaluate(expression, variables);

describe('incidents', () => {
  const onEnter = planOf(
    [
      start(),
      user('a'),
      boundary('first', 'a'),
      boundary('second', 'a', { when: 'fail', trigger: { kind: 'message', message: 'm' } }),
      end(),
    ],
    ['start > a', 'a > end', 'first > end', 'second > end'],
  );

  it('on entering leave nothing armed and no task behind', () => {
    const run = new CaseRun(onEnter).start();
    expect(run.last).toEqual([
      { kind: 'node-passed', node: 'start' },
      {
        kind: 'incident',
        node: 'a',
        token: run.tokenAt('a'),
        code: 'EXPRESSIONS.FAILED',
        message: 'fail failed.',
      },
    ]);
    expect(run.armed).toEqual([]);
    expect(describeWaiting(onEnter, run.state)).toEqual([{ node: 'a', incident: true }]);
    const completion = { kind: 'complete-task', task: run.tokenAt('a'), data: {} } as const;
    expect(run.apply(completion)?.code).toBe('CASES.TASK_NOT_OPEN');
    run.evaluate = healed;
    run.retry('a');
    expect(run.effects('task-created')).toHaveLength(1);
    expect(run.armed).toEqual(['first', 'second']);
  });

  it('on entering a sub-process open no scope', () => {
    const plan = planOf(
      [
        start(),
        subProcess('sub'),
        start('inner', { parent: 'sub' }),
        user('a', { parent: 'sub' }),
        boundary('b', 'sub', { when: 'fail' }),
        end(),
      ],
      ['start > sub', 'inner > a', 'sub > end', 'b > end'],
    );
    const run = new CaseRun(plan).start();
    expect(run.state.scopes).toEqual([{ id: 'root' }]);
    run.evaluate = healed;
    run.retry('sub').complete('a');
    expect(run.state).toMatchObject({ tokens: [], scopes: [{ id: 'root' }], ended: { kind: 'completed' } });
  });

  const onLeave = planOf(
    [
      start(),
      user('a', {
        outputs: [
          { target: 'x', expression: '1' },
          { target: 'y', expression: 'fail' },
          { target: 'z', expression: 'form.answer' },
        ],
        milestones: [{ name: 'a.done' }],
      }),
      boundary('late', 'a'),
      end(),
    ],
    ['start > a', 'a > end', 'late > end'],
  );

  it('on leaving keep the completion, undo the rest, and say of every wait what became of it', () => {
    const run = new CaseRun(onLeave).start().complete('a', undefined, { answer: 42 });
    expect(run.last.map(({ kind }) => kind)).toEqual(['task-closed', 'incident']);
    expect(run.data).toEqual({ a: { outcome: null, form: { answer: 42 } } });
    expect(run.state.milestones).toEqual({});
    expect(run.armed).toEqual(['late']);
    run.evaluate = healed;
    run.retry('a');
    expect(run.data).toMatchObject({ x: 1, y: true, z: 42 });
    expect(run.state.milestones).toEqual({ 'a.done': run.now });
    expect(run.effects('wait-closed')).toHaveLength(1);
    expect(run.allOf('task-closed')).toHaveLength(1);
    expect(run.state.ended?.kind).toBe('completed');
  });

  it('of a completed task do not close it a second time when an event interrupts', () => {
    const run = new CaseRun(onLeave).start().complete('a').fire('late');
    expect(run.allOf('task-closed').map(({ how }) => how)).toEqual(['completed']);
    expect(run.state.ended?.kind).toBe('completed');
  });

  it('are only retried where there is one', () => {
    const run = new CaseRun(onLeave).start();
    const refusal = run.apply({ kind: 'retry-incident', token: run.tokenAt('a') });
    expect(refusal?.code).toBe('CASES.NO_INCIDENT');
  });

  it('stop a loop that waits for nothing', () => {
    const plan = planOf(
      [start(), gateway('again', 'exclusive'), throwing('spin'), end()],
      ['start > again', 'again > spin : go', 'again > end : default', 'spin > again'],
    );
    const run = new CaseRun(plan).start({ go: true });
    expect(run.effects('incident')).toMatchObject([{ code: 'CASES.ENDLESS_LOOP' }]);
    expect(run.state.tokens).toHaveLength(1);
  });

  it('of an endless loop keep the way by which a token came to a join', () => {
    const plan = planOf(
      [
        start(),
        throwing('first'),
        throwing('second'),
        gateway('merge', 'exclusive'),
        gateway('fork', 'parallel'),
        gateway('join', 'parallel'),
        user('a'),
        end(),
      ],
      [
        'start > first',
        'first > second',
        'second > merge',
        'merge > fork',
        'fork > join',
        'fork > merge',
        'fork > a',
        'a > join',
        'join > end',
      ],
    );
    const run = new CaseRun(plan).start();
    const stopped = run.state.tokens.filter((token) => token.node === 'join' && token.incident);
    expect(stopped.map((token) => token.arrivedBy)).toEqual(['fork_join']);
  });
});
