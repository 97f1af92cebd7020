import { CaseRun } from '../../specimens/case-run.js';
import {
  boundary,
  end,
  gateway,
  planOf,
  service,
  start,
  subProcess,
  user,
} from '../../specimens/plan-sketch.js';

describe('start events', () => {
  const plan = planOf(
    [start(), user('a'), end(), subProcess('sub'), start('inner', { parent: 'sub' })],
    ['start > a', 'a > end'],
  );

  it('takes the start data and the event, and goes on', () => {
    const run = new CaseRun(plan).start({ institutionId: 'i1' }, 'start', { id: 'e1' });
    expect(run.data).toEqual({ institutionId: 'i1', start: { event: { id: 'e1' } } });
    expect(run.places).toEqual(['a']);
  });

  it.each(['nowhere', 'a', 'inner', 'toString'])('refuses to start at %s', (startEvent) => {
    const run = new CaseRun(plan);
    expect(run.apply({ kind: 'start', startEvent, data: {} })?.code).toBe('CASES.NO_SUCH_START');
    expect(run.places).toEqual([]);
  });
});

describe('what no sequence flow leads to', () => {
  it('begins beside the start event that happened, other start events do not', () => {
    const plan = planOf(
      [start(), start('other'), user('a'), user('beside'), end()],
      ['start > a', 'other > a', 'a > end', 'beside > end'],
    );
    expect(new CaseRun(plan).start().places).toEqual(['a', 'beside']);
  });
});

describe('end events', () => {
  it('that terminate say nothing of what had not begun', () => {
    const plan = planOf(
      [
        start(),
        gateway('fork', 'parallel'),
        end('stop', { result: { kind: 'terminate' } }),
        user('a'),
        service('b'),
      ],
      ['start > fork', 'fork > stop', 'fork > a', 'fork > b'],
    );
    const run = new CaseRun(plan).start();
    expect(run.state.ended?.kind).toBe('terminated');
    expect(run.last.map(({ kind }) => kind).filter((kind) => kind !== 'node-passed')).toEqual(['case-ended']);
  });

  it('ends the case with the outcome of the last end that names one', () => {
    const plan = planOf(
      [
        start(),
        gateway('fork', 'parallel'),
        user('a'),
        user('b'),
        end('filed', { outcome: 'filed' }),
        end('silent'),
      ],
      ['start > fork', 'fork > a', 'fork > b', 'a > filed', 'b > silent'],
    );
    const run = new CaseRun(plan).start().complete('a');
    expect(run.state.ended).toBeUndefined();
    run.complete('b');
    expect(run.state.ended).toEqual({ kind: 'completed', outcome: 'filed' });
    expect(run.effects('case-ended')).toEqual([{ kind: 'case-ended', how: 'completed', outcome: 'filed' }]);
    expect(run.apply({ kind: 'start', startEvent: 'start', data: {} })?.code).toBe('CASES.ENDED');
  });

  const terminating = (parent?: { parent: string }) => [
    gateway('fork', 'parallel', parent?.parent),
    user('a', parent),
    user('b', parent),
    end('stop', { result: { kind: 'terminate' }, outcome: 'not-filed', ...parent }),
  ];
  const flows = ['fork > a', 'fork > b', 'a > stop', 'b > stop'];

  it('a terminate end takes everything else of the process away', () => {
    const run = new CaseRun(planOf([start(), ...terminating()], ['start > fork', ...flows]))
      .start()
      .complete('a');
    expect(run.effects('task-closed').map(({ node, how }) => [node, how])).toEqual([
      ['a', 'completed'],
      ['b', 'cancelled'],
    ]);
    expect(run.state.ended).toEqual({ kind: 'terminated', outcome: 'not-filed' });
    expect(run.state.tokens).toEqual([]);
  });

  it('a terminate end inside a sub-process lets the enclosing process go on', () => {
    const plan = planOf(
      [
        start(),
        subProcess('sub'),
        start('inner', { parent: 'sub' }),
        ...terminating({ parent: 'sub' }),
        user('after'),
        end(),
      ],
      ['start > sub', 'sub > after', 'after > end', 'inner > fork', ...flows],
    );
    const run = new CaseRun(plan).start().complete('b');
    expect(run.places).toEqual(['after']);
    expect(run.complete('after').state.ended?.kind).toBe('completed');
  });

  it('still ends as terminated after an incident on the terminate end was settled', () => {
    const plan = planOf(
      [
        start(),
        user('a'),
        end('stop', { result: { kind: 'terminate' }, outputs: [{ target: 'x', expression: 'fail' }] }),
      ],
      ['start > a', 'a > stop'],
    );
    const run = new CaseRun(plan).start().complete('a');
    expect(run.state.ended).toBeUndefined();
    run.evaluate = () => ({ ok: true, value: null });
    expect(run.retry('stop').state.ended?.kind).toBe('terminated');
  });

  const failing = (more: Parameters<typeof end>[1] = {}) =>
    planOf(
      [
        start(),
        subProcess('outer'),
        start('outer_start', { parent: 'outer' }),
        subProcess('sub', { parent: 'outer' }),
        start('inner', { parent: 'sub' }),
        user('a', { parent: 'sub' }),
        end('broken', { parent: 'sub', result: { kind: 'error', code: 'REJECTED' }, ...more }),
        boundary('other', 'sub', { parent: 'outer', trigger: { kind: 'error', code: 'OTHER' } }),
        boundary('caught', 'outer', { trigger: { kind: 'error' }, interrupting: false }),
        user('repair'),
        end(),
      ],
      ['start > outer', 'outer_start > sub', 'inner > a', 'a > broken', 'caught > repair', 'repair > end'],
    );

  it('an error end is caught outwards by the first boundary that fits, and always interrupts', () => {
    const run = new CaseRun(failing({ outcome: 'failed' })).start().complete('a');
    expect(run.places).toEqual(['repair']);
    expect(run.state.scopes).toEqual([{ id: 'root' }]);
    expect(run.effects('node-passed').map(({ node }) => node)).toEqual(['a', 'broken', 'caught']);
    expect(run.complete('repair').state.ended).toEqual({ kind: 'completed', outcome: 'failed' });
  });

  it('an error nothing catches is an incident on the end event', () => {
    const plan = planOf(
      [start(), user('a'), end('broken', { result: { kind: 'error', code: 'X' }, outcome: 'failed' })],
      ['start > a', 'a > broken'],
    );
    const run = new CaseRun(plan).start().complete('a');
    expect(run.effects('incident')).toMatchObject([{ node: 'broken', code: 'CASES.ERROR_NOT_CAUGHT' }]);
    expect(run.places).toEqual(['broken']);
    expect(run.state.outcome).toBeUndefined();
  });

  it('keeps no outcome of an error end whose outputs failed', () => {
    const run = new CaseRun(failing({ outcome: 'failed', outputs: [{ target: 'x', expression: 'fail' }] }));
    run.start().complete('a');
    expect(run.places).toContain('broken');
    expect(run.state.outcome).toBeUndefined();
  });
});
