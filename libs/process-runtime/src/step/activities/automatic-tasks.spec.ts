import { err, ok } from '@lianban/kernel';
import { CaseRun } from '../../specimens/case-run.js';
import { plainEvaluate } from '../../specimens/plain-evaluator.js';
import { end, gateway, planOf, script, service, start, user } from '../../specimens/plan-sketch.js';

describe('tasks that nobody does', () => {
  it('a script says its value and puts it out', () => {
    const plan = planOf(
      [
        start(),
        script('s', 'x + 1', {
          inputs: [{ target: 'x', expression: 'n' }],
          outputs: [{ target: 'y', expression: 'result' }],
        }),
        end(),
      ],
      ['start > s', 's > end'],
    );
    const run = new CaseRun(plan).start({ n: 1 });
    expect(run.effects('script-done')).toEqual([{ kind: 'script-done', node: 's', value: 2 }]);
    expect(run.data).toEqual({ n: 1, y: 2, s: { result: 2 } });
  });

  it('a script that fails is an incident', () => {
    const plan = planOf([start(), script('s', 'fail'), end()], ['start > s', 's > end']);
    const run = new CaseRun(plan).start();
    expect(run.effects('incident')).toMatchObject([{ node: 's', code: 'EXPRESSIONS.FAILED' }]);
    expect(run.effects('script-done')).toEqual([]);
  });

  const deciding = (inputs: readonly { target: string; expression: string }[]) =>
    planOf(
      [
        start(),
        {
          id: 'rule',
          type: 'businessRuleTask',
          decision: 'fee',
          inputs,
          outputs: [{ target: 'fee', expression: 'result' }],
        },
        end(),
      ],
      ['start > rule', 'rule > end'],
    );

  it('a business-rule task makes its decision from its inputs, else from what it sees', () => {
    const decide = (decision: string, inputs: Readonly<Record<string, unknown>>) =>
      ok(`${decision} for ${String(inputs['area'])}`);
    const inputs = [{ target: 'area', expression: 'rooms' }];
    const mapped = new CaseRun(deciding(inputs), plainEvaluate, { decide }).start({ rooms: 4, area: 1 });
    expect(mapped.data['fee']).toBe('fee for 4');
    const seeing = new CaseRun(deciding([]), plainEvaluate, { decide }).start({ area: 9 });
    expect(seeing.data['fee']).toBe('fee for 9');
  });

  it('a decision that cannot be made is an incident', () => {
    const none = new CaseRun(deciding([])).start();
    expect(none.effects('incident')).toMatchObject([{ code: 'CASES.NO_DECISIONS' }]);
    const decide = () => err({ kind: 'invalid', code: 'RULES.FAILED', message: 'no rule' } as const);
    const failing = new CaseRun(deciding([]), plainEvaluate, { decide }).start();
    expect(failing.effects('incident')).toMatchObject([{ code: 'RULES.FAILED' }]);
  });

  it('a task of no kind is done at once; a send task throws its message', () => {
    const plan = planOf(
      [
        start(),
        { id: 'nothing', type: 'task' },
        {
          id: 'tell',
          type: 'sendTask',
          implementation: { kind: 'message', message: 'm' },
          inputs: [{ target: 'to', expression: 'office' }],
        },
        end(),
      ],
      ['start > nothing', 'nothing > tell', 'tell > end'],
    );
    const run = new CaseRun(plan).start({ office: 'fire' });
    expect(run.effects('message-thrown')).toEqual([
      { kind: 'message-thrown', message: 'm', node: 'tell', data: { to: 'fire' } },
    ]);
    expect(run.state.ended?.kind).toBe('completed');
  });

  it('variables that come with a result are set before the outputs', () => {
    const plan = planOf(
      [start(), service('s', { outputs: [{ target: 'y', expression: 'x + 1' }] }), end()],
      ['start > s', 's > end'],
    );
    const run = new CaseRun(plan).start().serve('s', { kind: 'done', data: {}, variables: { x: 1 } });
    expect(run.data).toMatchObject({ x: 1, y: 2 });
  });
});

describe('quantities', () => {
  it('an activity waits for as many tokens as it needs, and sends out as many as it says', () => {
    const plan = planOf(
      [
        start(),
        gateway('fork', 'parallel'),
        user('a'),
        user('b'),
        user('both', { startQuantity: 2, completionQuantity: 3 }),
        user('after'),
        end(),
      ],
      ['start > fork', 'fork > a', 'fork > b', 'a > both', 'b > both', 'both > after', 'after > end'],
    );
    const run = new CaseRun(plan).start().complete('a');
    expect(run.allOf('task-created').map(({ node }) => node)).toEqual(['a', 'b']);
    const waiting = run.tokenAt('both');
    expect(run.apply({ kind: 'complete-task', task: waiting, data: {} })?.code).toBe('CASES.TASK_NOT_OPEN');
    expect(run.complete('b').places).toEqual(['both']);
    expect(run.complete('both').places).toEqual(['after', 'after', 'after']);
  });

  it('the default flow of an activity is taken where no condition holds', () => {
    const plan = planOf(
      [start(), user('a'), user('b'), user('c'), end()],
      ['start > a', 'a > b : yes', 'a > c : default', 'b > end', 'c > end'],
    );
    expect(new CaseRun(plan).start().complete('a').places).toEqual(['c']);
    expect(new CaseRun(plan).start({ yes: true }).complete('a').places).toEqual(['b']);
  });
});

describe('a process without a start event', () => {
  it('enters everything that no flow leads to', () => {
    const plan = planOf([user('a'), user('b'), user('c'), end()], ['a > c', 'b > end', 'c > end']);
    expect(new CaseRun(plan).start({}, 'sketch').places).toEqual(['a', 'b']);
  });
});
