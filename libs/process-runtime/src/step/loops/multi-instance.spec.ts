import type { MultiInstance } from '../../plan/loop-definition.js';
import { CaseRun } from '../../specimens/case-run.js';
import {
  boundary,
  end,
  planOf,
  script,
  start,
  subProcess,
  throwing,
  user,
} from '../../specimens/plan-sketch.js';

const multi = (more: Partial<MultiInstance> = {}): MultiInstance => ({
  kind: 'multi',
  sequential: false,
  collection: 'offices',
  item: 'office',
  behavior: 'none',
  ...more,
});

const around = (loop: MultiInstance, ...attached: Parameters<typeof planOf>[0]) =>
  planOf(
    [
      start(),
      user('sign', {
        loop,
        inputs: [{ target: 'for', expression: 'office' }],
        outputs: [{ target: 'last', expression: 'loopCounter' }],
      }),
      ...attached,
      user('after'),
      end(),
    ],
    ['start > sign', 'sign > after', 'after > end', ...attached.map(({ id }) => `${id} > end`)],
  );

const offices = ['fire', 'health', 'police'];

describe('a parallel multi-instance task', () => {
  it('opens a task for each item and goes on when all are done, with what each was completed with', () => {
    const run = new CaseRun(around(multi())).start({ offices });
    expect(run.effects('task-created').map(({ input, instance }) => [input, instance])).toEqual([
      [{ for: 'fire' }, { counter: 1, item: 'fire' }],
      [{ for: 'health' }, { counter: 2, item: 'health' }],
      [{ for: 'police' }, { counter: 3, item: 'police' }],
    ]);
    const [first, second, third] = run.effects('task-created').map(({ task }) => task);
    for (const [task, answer] of [
      [third, 'c'],
      [first, 'a'],
      [second, 'b'],
    ] as const) {
      expect(run.places).not.toContain('after');
      run.command({ kind: 'complete-task', task: task ?? '', data: { answer } });
    }
    expect(run.places).toEqual(['after']);
    expect(run.data['last']).toBe(2);
    expect(run.data['sign']).toEqual({
      results: ['a', 'b', 'c'].map((answer) => ({ outcome: null, form: { answer } })),
    });
    expect(run.allOf('activity-completed').map(({ node }) => node)).toEqual(['sign']);
    expect(run.state.scopes).toEqual([{ id: 'root' }]);
  });

  it('gathers its output in the order of the instances', () => {
    const plan = around(multi({ output: { collection: 'answers', item: 'form.answer' } }));
    const run = new CaseRun(plan).start({ offices });
    const tasks = run.effects('task-created').map(({ task }) => task);
    tasks.toReversed().forEach((task, i) => {
      run.command({ kind: 'complete-task', task, data: { answer: i } });
    });
    expect(run.data['answers']).toEqual([2, 1, 0]);
  });

  it('arms its boundary once, and is taken away whole by it', () => {
    const run = new CaseRun(around(multi(), boundary('late', 'sign', { closesAs: 'not-given' }))).start({
      offices,
    });
    expect(run.armed).toEqual(['late']);
    run.complete('sign').fire('late');
    expect(run.effects('task-closed').map(({ how, outcome }) => [how, outcome])).toEqual([
      ['cancelled', 'not-given'],
      ['cancelled', 'not-given'],
    ]);
    expect(run.effects('activity-cancelled')).toHaveLength(1);
    expect(run.state.ended?.kind).toBe('completed');
  });

  it('ends the rest when its completion condition turns true', () => {
    const plan = around(multi({ completion: 'numberOfCompletedInstances = 2' }));
    const run = new CaseRun(plan).start({ offices }).complete('sign');
    expect(run.places).toEqual(['sign', 'sign', 'sign']);
    run.complete('sign');
    expect(run.places).toEqual(['after']);
    expect(run.effects('task-closed').map(({ how }) => how)).toEqual(['completed', 'cancelled']);
  });

  it.each([
    ['an empty list', multi(), { offices: [] }],
    ['no times', multi({ collection: '[]', cardinality: '0' }), {}],
  ])('is done at once with %s', (_, loop, data) => {
    const run = new CaseRun(around(loop)).start(data);
    expect(run.places).toEqual(['after']);
    expect(run.data['sign']).toEqual({ results: [] });
  });

  it.each([
    ['CASES.COLLECTION_INVALID', multi(), { offices: 'all' }],
    ['CASES.CARDINALITY_INVALID', { ...multi(), collection: undefined, cardinality: '1.5' }, {}],
    ['CASES.CARDINALITY_INVALID', { ...multi(), collection: undefined, cardinality: 'nothing' }, {}],
    ['CASES.TOO_MANY_INSTANCES', { ...multi(), collection: undefined, cardinality: '1001' }, {}],
  ])('stops as %s', (code, loop, data) => {
    const { collection, ...rest } = loop;
    const plan = around(collection === undefined ? rest : { ...rest, collection });
    const run = new CaseRun(plan).start(data);
    expect(run.effects('incident')).toMatchObject([{ node: 'sign', code }]);
    expect(run.state.scopes).toEqual([{ id: 'root' }]);
  });

  it('keeps a thousand tasks apart', () => {
    const many = Array.from({ length: 1_000 }, (_, i) => i);
    const run = new CaseRun(around(multi())).start({ offices: many });
    const tasks = run.effects('task-created').map(({ task }) => task);
    expect(tasks).toHaveLength(1_000);
    for (const task of tasks) run.command({ kind: 'complete-task', task, data: {} });
    expect(run.places).toEqual(['after']);
  });

  it('of scripts is no endless loop, however many', () => {
    const plan = planOf(
      [
        start(),
        script('count', 'n + 1', {
          loop: { kind: 'multi', sequential: true, cardinality: '1000', behavior: 'all' },
          outputs: [{ target: 'n', expression: 'result' }],
        }),
        end(),
      ],
      ['start > count', 'count > end'],
    );
    const run = new CaseRun(plan).start({ n: 0 });
    expect(run.data['n']).toBe(1_000);
    expect(run.state.ended?.kind).toBe('completed');
  });
});

describe('a sequential multi-instance task', () => {
  it('has one task at a time', () => {
    const run = new CaseRun(around(multi({ sequential: true }))).start({ offices });
    expect(run.effects('task-created')).toMatchObject([{ instance: { counter: 1, item: 'fire' } }]);
    run.complete('sign');
    expect(run.effects('task-created')).toMatchObject([{ instance: { counter: 2, item: 'health' } }]);
    expect(run.complete('sign').complete('sign').places).toEqual(['after']);
  });
});

describe('what a multi-instance activity throws when instances complete', () => {
  const attached = boundary('told', 'sign', {
    interrupting: false,
    trigger: { kind: 'escalation', code: 'E' },
  });
  const event = { kind: 'escalation', code: 'E' } as const;
  const told = (loop: MultiInstance) => {
    const run = new CaseRun(around(loop, attached)).start({ offices });
    for (let i = 0; i < 3; i += 1) run.complete('sign');
    return run.allOf('node-passed').filter(({ node }) => node === 'told').length;
  };

  it.each([
    ['none', 3],
    ['one', 1],
    ['all', 0],
  ] as const)('%s is caught %d times, also for the last instance', (behavior, times) => {
    expect(told(multi({ behavior, event }))).toBe(times);
  });

  it('complex throws where its condition holds', () => {
    const condition = 'numberOfActiveInstances = 0';
    expect(told(multi({ behavior: 'complex', complex: [{ condition, event }] }))).toBe(1);
  });

  it('an interrupting boundary takes the rest away', () => {
    const plan = around(
      multi({ behavior: 'one', event }),
      boundary('told', 'sign', { trigger: { kind: 'escalation' } }),
    );
    const run = new CaseRun(plan).start({ offices }).complete('sign');
    expect(run.state.ended?.kind).toBe('completed');
    expect(run.state.scopes).toEqual([{ id: 'root' }]);
  });
});

describe('a multi-instance sub-process', () => {
  const plan = planOf(
    [
      start(),
      subProcess('visit', {
        loop: multi({ output: { collection: 'marks', item: 'mark' } }),
        variables: [{ name: 'mark' }],
      }),
      start('inner', { parent: 'visit' }),
      user('look', { parent: 'visit', outputs: [{ target: 'mark', expression: 'form.mark' }] }),
      throwing('note', { parent: 'visit', outputs: [{ target: 'seen', expression: 'office' }] }),
      boundary('failed', 'visit', { trigger: { kind: 'error' } }),
      end(),
    ],
    ['start > visit', 'visit > end', 'inner > look', 'look > note', 'failed > end'],
  );

  it('keeps the variables of each instance apart', () => {
    const run = new CaseRun(plan).start({ offices });
    const tasks = run.effects('task-created').map(({ task }) => task);
    [2, 0].forEach((i) => {
      run.command({ kind: 'complete-task', task: tasks[i] ?? '', data: { mark: i } });
    });
    expect(run.data['seen']).toBe('fire');
    run.command({ kind: 'complete-task', task: tasks[1] ?? '', data: { mark: 1 } });
    expect(run.data['marks']).toEqual([0, 1, 2]);
    expect(run.data['mark']).toBeUndefined();
    expect(run.data['look']).toBeUndefined();
    expect(run.state.ended?.kind).toBe('completed');
  });
});
