import { CaseRun } from '../../specimens/case-run.js';
import {
  boundary,
  catching,
  end,
  gateway,
  planOf,
  script,
  start,
  user,
} from '../../specimens/plan-sketch.js';

const ready = { kind: 'condition', condition: 'ready' } as const;

describe('conditional events', () => {
  const plan = planOf(
    [start(), gateway('fork', 'parallel'), catching('wait', ready), user('a'), user('b'), end()],
    ['start > fork', 'fork > wait', 'fork > a', 'wait > b', 'a > end', 'b > end'],
  );

  it('go on at once where they hold', () => {
    expect(new CaseRun(plan).start({ ready: true }).places).toEqual(['a', 'b']);
  });

  it('wait until a change of data makes them true', () => {
    const run = new CaseRun(plan).start();
    expect(run.places).toEqual(['a', 'wait']);
    const task = run.tokenAt('a');
    run.command({ kind: 'complete-task', task, data: {}, variables: { ready: true } });
    expect(run.places).toEqual(['b']);
  });

  it('that cannot be judged are told to a person once, and tried again', () => {
    const plan = planOf(
      [
        start(),
        gateway('fork', 'parallel'),
        user('a', { outputs: [{ target: 'bad', expression: '1' }] }),
        user('b'),
        boundary('maybe', 'b', {
          interrupting: false,
          trigger: { kind: 'condition', condition: 'bad' },
        }),
        end(),
      ],
      ['start > fork', 'fork > a', 'fork > b', 'a > end', 'b > end', 'maybe > end'],
    );
    const run = new CaseRun(plan).start().complete('a');
    expect(run.effects('incident')).toMatchObject([{ node: 'maybe', code: 'EXPRESSIONS.NOT_BOOLEAN' }]);
    expect(run.places).toEqual(['b']);
    run.evaluate = () => ({ ok: true, value: true });
    run.retry('b');
    expect(run.effects('node-passed').map(({ node }) => node)).toEqual(['maybe', 'end']);
    expect(run.complete('b').state.ended?.kind).toBe('completed');
  });

  const guarded = (interrupting: boolean) =>
    planOf(
      [
        start(),
        gateway('fork', 'parallel'),
        user('a'),
        user('set', { outputs: [{ target: 'ready', expression: 'form.ready' }] }),
        gateway('again', 'exclusive'),
        boundary('now', 'a', { interrupting, trigger: ready }),
        user('react'),
        end(),
      ],
      ['start > fork', 'fork > a', 'fork > again', 'again > set', 'set > again', 'a > end', 'now > react'],
    );

  it('on a boundary fire each time they turn true', () => {
    const run = new CaseRun(guarded(false)).start();
    for (const value of [true, true, false, true]) run.complete('set', undefined, { ready: value });
    expect(run.places.filter((place) => place === 'react')).toHaveLength(2);
    expect(run.places).toContain('a');
  });

  it('on a boundary are served before the activity starts', () => {
    const run = new CaseRun(guarded(true)).start({ ready: true });
    expect(run.allOf('task-created').map(({ node }) => node)).toEqual(['react', 'set']);
    expect(run.allOf('task-closed')).toEqual([]);
    const beside = new CaseRun(guarded(false)).start({ ready: true });
    expect(beside.allOf('task-created').map(({ node }) => node)).toEqual(['react', 'a', 'set']);
  });

  it('of a script that is done at once are served too', () => {
    const plan = planOf(
      [start(), script('s', '1'), boundary('now', 's', { trigger: ready }), user('react'), end()],
      ['start > s', 's > end', 'now > react'],
    );
    const run = new CaseRun(plan).start({ ready: true });
    expect(run.effects('script-done')).toEqual([]);
    expect(run.places).toEqual(['react']);
  });
});
