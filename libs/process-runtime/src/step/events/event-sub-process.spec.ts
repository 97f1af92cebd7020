import { CaseRun } from '../../specimens/case-run.js';
import {
  boundary,
  end,
  eventSubProcess,
  gateway,
  planOf,
  start,
  subProcess,
  throwing,
  timerCatch,
  user,
} from '../../specimens/plan-sketch.js';

const inside = { parent: 'sub' };

/** A sub-process in which two people work, with one event sub-process. */
const planWith = (trigger: Parameters<typeof eventSubProcess>[1], interrupting: boolean) =>
  planOf(
    [
      start(),
      subProcess('sub'),
      start('inner', inside),
      gateway('fork', 'parallel', 'sub'),
      user('a', inside),
      user('b', inside),
      ...eventSubProcess('on', trigger, { ...inside, interrupting }),
      user('react', { parent: 'on' }),
      end(),
    ],
    ['start > sub', 'sub > end', 'inner > fork', 'fork > a', 'fork > b', 'on_start > react'],
  );

describe('event sub-processes', () => {
  it('wait as long as the sub-process around them is open', () => {
    const run = new CaseRun(planWith({ kind: 'message', message: 'm' }, false)).start();
    expect(run.armed).toEqual(['on_start']);
    run.complete('a').complete('b');
    expect(run.effects('wait-closed')).toHaveLength(1);
    expect(run.state.ended?.kind).toBe('completed');
  });

  it('an interrupting one takes everything else of its scope away, and ends it', () => {
    const run = new CaseRun(planWith({ kind: 'message', message: 'm' }, true)).start().message('m', 7);
    expect(run.effects('task-closed').map(({ node, how }) => [node, how])).toEqual([
      ['a', 'cancelled'],
      ['b', 'cancelled'],
    ]);
    expect(run.places).toEqual(['on', 'react', 'sub']);
    expect(run.data['on_start']).toEqual({ event: 7 });
    expect(run.armed).toEqual([]);
    expect(run.complete('react').state.ended?.kind).toBe('completed');
  });

  it('another one may run several times beside what runs', () => {
    const run = new CaseRun(planWith({ kind: 'message', message: 'm' }, false)).start();
    run.message('m').message('m');
    expect(run.places.filter((place) => place === 'react')).toHaveLength(2);
    run.complete('a').complete('b').complete('react');
    expect(run.state.ended).toBeUndefined();
    expect(run.complete('react').state.ended?.kind).toBe('completed');
  });

  it('of the process itself begin to wait when it starts', () => {
    const plan = planOf(
      [
        start(),
        user('a'),
        ...eventSubProcess('on', { kind: 'signal', signal: 's' }),
        user('react', { parent: 'on' }),
        end(),
      ],
      ['start > a', 'a > end', 'on_start > react'],
      { signals: { s: { name: 's', reach: 'everywhere' } } },
    );
    const run = new CaseRun(plan).start();
    expect(run.effects('signal-awaited')).toMatchObject([{ node: 'on_start', signal: 's' }]);
    expect(run.signal('s').places).toEqual(['on', 'react']);
    expect(run.complete('react').state).toMatchObject({
      scopes: [{ id: 'root' }],
      waits: [],
      ended: { kind: 'completed' },
    });
  });

  it('catch an error of their scope before its boundary does, and name it', () => {
    const plan = planOf(
      [
        start(),
        subProcess('sub'),
        start('inner', inside),
        gateway('fork', 'parallel', 'sub'),
        user('a', inside),
        user('b', inside),
        end('broken', { ...inside, result: { kind: 'error', code: 'E' } }),
        ...eventSubProcess('any', { kind: 'error' }, inside),
        ...eventSubProcess('on', { kind: 'error', code: 'E' }, inside),
        user('react', { parent: 'on' }),
        boundary('around', 'sub', { trigger: { kind: 'error' } }),
        end(),
      ],
      [
        'start > sub',
        'sub > end',
        'inner > fork',
        'fork > a',
        'fork > b',
        'a > broken',
        'on_start > react',
        'around > end',
      ],
    );
    const run = new CaseRun(plan).start().complete('a');
    expect(run.places).toEqual(['on', 'react', 'sub']);
    expect(run.data['on_start']).toEqual({ error: { code: 'E' } });
  });

  it('do not catch what they throw themselves: it goes to the boundary around', () => {
    const plan = planOf(
      [
        start(),
        subProcess('sub'),
        start('inner', inside),
        end('broken', { ...inside, result: { kind: 'error', code: 'E' } }),
        ...eventSubProcess('on', { kind: 'error' }, inside),
        end('again', { parent: 'on', result: { kind: 'error', code: 'E' } }),
        boundary('around', 'sub', { trigger: { kind: 'error', code: 'E' } }),
        user('after'),
        end(),
      ],
      ['start > sub', 'inner > broken', 'on_start > again', 'around > after', 'after > end'],
    );
    expect(new CaseRun(plan).start().places).toEqual(['after']);
  });

  it('a timer cycle starts one at each occurrence', () => {
    const trigger = { kind: 'timer', timer: { kind: 'cycle', iso: 'R2/PT1H' } } as const;
    const run = new CaseRun(planWith(trigger, false)).start();
    run.fire('on_start').fire('on_start');
    expect(run.places.filter((place) => place === 'react')).toHaveLength(2);
    expect(run.armed).toEqual([]);
  });

  it('what a condition that holds already starts, comes before anything inside', () => {
    const condition = { kind: 'condition', condition: 'urgent' } as const;
    const run = new CaseRun(planWith(condition, true)).start({ urgent: true });
    expect(run.allOf('task-created').map(({ node }) => node)).toEqual(['react']);
    const beside = new CaseRun(planWith(condition, false)).start({ urgent: true });
    expect(beside.allOf('task-created').map(({ node }) => node)).toEqual(['react', 'a', 'b']);
  });

  it('an escalation lets its thrower go on where the catcher does not interrupt', () => {
    const escalate = { kind: 'escalation', code: 'X' } as const;
    const plan = (interrupting: boolean) =>
      planOf(
        [
          start(),
          subProcess('sub'),
          start('inner', inside),
          throwing('up', { ...inside, result: escalate }),
          timerCatch('on_its_way', inside),
          boundary('told', 'sub', { interrupting, trigger: escalate }),
          user('look'),
          end(),
        ],
        ['start > sub', 'sub > end', 'inner > up', 'up > on_its_way', 'told > look', 'look > end'],
      );
    expect(new CaseRun(plan(false)).start().places).toEqual(['look', 'on_its_way', 'sub']);
    expect(new CaseRun(plan(true)).start().places).toEqual(['look']);
  });

  it('an escalation that nobody catches is lost', () => {
    const plan = planOf(
      [start(), throwing('up', { result: { kind: 'escalation', code: 'X' } }), user('a'), end()],
      ['start > up', 'up > a', 'a > end'],
    );
    expect(new CaseRun(plan).start().places).toEqual(['a']);
  });
});
