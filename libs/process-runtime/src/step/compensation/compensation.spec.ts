import { CaseRun } from '../../specimens/case-run.js';
import {
  boundary,
  end,
  eventSubProcess,
  gateway,
  planOf,
  script,
  service,
  start,
  subProcess,
  throwing,
  user,
} from '../../specimens/plan-sketch.js';

const undo = (activity?: string, wait = true) => ({
  kind: 'compensation' as const,
  wait,
  ...(activity === undefined ? {} : { activity }),
});

describe('compensation', () => {
  const line = (result: ReturnType<typeof undo>) =>
    planOf(
      [
        start(),
        user('a'),
        user('b'),
        ...['a', 'b'].flatMap((activity) => [
          boundary(`${activity}_undone`, activity, {
            trigger: { kind: 'compensation', handler: `undo_${activity}` },
          }),
          user(`undo_${activity}`, { forCompensation: true }),
        ]),
        throwing('back', { result }),
        user('after'),
        end(),
      ],
      ['start > a', 'a > b', 'b > back', 'back > after', 'after > end'],
    );

  it('undoes one after the other, the last first, and only then goes on', () => {
    const run = new CaseRun(line(undo())).start().complete('a').complete('b');
    expect(run.places).toEqual(['back', 'undo_b']);
    expect(run.complete('undo_b').places).toEqual(['back', 'undo_a']);
    expect(run.complete('undo_a').places).toEqual(['after']);
    expect(run.state.compensations).toBeUndefined();
    expect(run.complete('after').state.ended?.kind).toBe('completed');
  });

  it('at the end of the case ends it once', () => {
    const plan = planOf(
      [
        start(),
        user('a'),
        boundary('a_undone', 'a', { trigger: { kind: 'compensation', handler: 'undo_a' } }),
        user('undo_a', { forCompensation: true }),
        end('end', { result: undo() }),
      ],
      ['start > a', 'a > end'],
    );
    const run = new CaseRun(plan).start().complete('a').complete('undo_a');
    expect(run.allOf('case-ended')).toEqual([{ kind: 'case-ended', how: 'completed' }]);
  });

  it('undoes one activity where it is named', () => {
    const run = new CaseRun(line(undo('a'))).start().complete('a').complete('b');
    expect(run.places).toEqual(['back', 'undo_a']);
    expect(run.complete('undo_a').places).toEqual(['after']);
  });

  it('goes on beside where it does not wait, and the case ends when all is undone', () => {
    const run = new CaseRun(line(undo('a', false))).start().complete('a').complete('b');
    expect(run.places).toEqual(['after', 'undo_a']);
    expect(run.complete('after').state.ended).toBeUndefined();
    expect(run.complete('undo_a').state.ended?.kind).toBe('completed');
  });

  it('passes where there is nothing to undo', () => {
    const plan = planOf(
      [start(), throwing('back', { result: undo() }), user('after'), end()],
      ['start > back', 'back > after', 'after > end'],
    );
    expect(new CaseRun(plan).start().places).toEqual(['after']);
  });

  it('undoes each completed instance once, and sees what it was for', () => {
    const plan = planOf(
      [
        start(),
        user('notify', {
          loop: { kind: 'multi', sequential: false, collection: 'offices', item: 'office', behavior: 'all' },
        }),
        boundary('undone', 'notify', { trigger: { kind: 'compensation', handler: 'withdraw' } }),
        script('withdraw', 'office', {
          forCompensation: true,
          outputs: [{ target: 'withdrawn', expression: 'result' }],
        }),
        throwing('back', { result: undo() }),
        throwing('once_more', { result: undo() }),
        end(),
      ],
      ['start > notify', 'notify > back', 'back > once_more', 'once_more > end'],
    );
    const run = new CaseRun(plan).start({ offices: ['fire', 'health'] });
    run.complete('notify').complete('notify');
    expect(run.allOf('script-done').map(({ value }) => value)).toEqual(['health', 'fire']);
    expect(run.state.ended?.kind).toBe('completed');
  });

  it('of a sub-process undoes what was completed inside, with the data it had', () => {
    const inside = { parent: 'sub' };
    const plan = planOf(
      [
        start(),
        subProcess('sub', { variables: [{ name: 'number' }] }),
        start('inner', inside),
        user('book', { ...inside, outputs: [{ target: 'number', expression: 'form.number' }] }),
        boundary('undone', 'book', { ...inside, trigger: { kind: 'compensation', handler: 'cancel' } }),
        script('cancel', 'number', { ...inside, forCompensation: true }),
        user('pay'),
        end('back', { result: undo('sub') }),
      ],
      ['start > sub', 'inner > book', 'sub > pay', 'pay > back'],
    );
    const run = new CaseRun(plan).start().complete('book', undefined, { number: 7 });
    expect(run.places).toEqual(['pay']);
    expect(run.state.scopes).toMatchObject([{ id: 'root' }, { kept: true, data: { number: 7 } }]);
    run.complete('pay');
    expect(run.effects('script-done')).toEqual([{ kind: 'script-done', node: 'cancel', value: 7 }]);
    expect(run.state).toMatchObject({ scopes: [{ id: 'root' }], ended: { kind: 'completed' } });
  });

  it('of a sub-process is its compensation event sub-process where it has one', () => {
    const inside = { parent: 'sub' };
    const plan = planOf(
      [
        start(),
        subProcess('sub'),
        start('inner', inside),
        user('book', inside),
        boundary('undone', 'book', { ...inside, trigger: { kind: 'compensation', handler: 'cancel' } }),
        user('cancel', { ...inside, forCompensation: true }),
        ...eventSubProcess('repair', { kind: 'compensation' }, inside),
        user('call', { parent: 'repair' }),
        end('then_cancel', { parent: 'repair', result: undo('book') }),
        end('back', { result: undo() }),
      ],
      ['start > sub', 'inner > book', 'sub > back', 'repair_start > call', 'call > then_cancel'],
    );
    const run = new CaseRun(plan).start().complete('book');
    expect(run.places).toEqual(['back', 'call', 'repair']);
    expect(run.complete('call').places).toEqual(['back', 'cancel', 'repair', 'then_cancel']);
    expect(run.complete('cancel').state.ended?.kind).toBe('completed');
  });

  it('that is under way goes with its scope', () => {
    const inside = { parent: 'sub' };
    const plan = planOf(
      [
        start(),
        subProcess('sub'),
        start('inner', inside),
        user('book', inside),
        boundary('undone', 'book', { ...inside, trigger: { kind: 'compensation', handler: 'cancel' } }),
        user('cancel', { ...inside, forCompensation: true }),
        throwing('back', { ...inside, result: undo() }),
        boundary('late', 'sub'),
        user('after'),
        end(),
      ],
      ['start > sub', 'inner > book', 'book > back', 'sub > end', 'late > after', 'after > end'],
    );
    const run = new CaseRun(plan).start().complete('book').fire('late');
    expect(run.places).toEqual(['after']);
    expect(run.state.compensations).toBeUndefined();
    expect(run.state.scopes).toEqual([{ id: 'root' }]);
  });
});

describe('transactions', () => {
  const inside = { parent: 'deal' };
  const plan = (attached: boolean) =>
    planOf(
      [
        start(),
        subProcess('deal', { transaction: true }),
        start('inner', inside),
        gateway('fork', 'parallel', 'deal'),
        user('book', inside),
        user('wait', inside),
        boundary('undone', 'book', { ...inside, trigger: { kind: 'compensation', handler: 'cancel' } }),
        user('cancel', { ...inside, forCompensation: true }),
        end('called_off', { ...inside, result: { kind: 'cancel' } }),
        ...(attached ? [boundary('off', 'deal', { trigger: { kind: 'cancel' } })] : []),
        boundary('late', 'deal'),
        user('after'),
        end(),
      ],
      [
        'start > deal',
        'deal > end',
        'inner > fork',
        'fork > book',
        'fork > wait',
        'book > called_off',
        ...(attached ? ['off > after'] : []),
        'late > end',
        'after > end',
      ],
    );

  it('a cancel end takes everything away, undoes what was done, then leaves by the boundary', () => {
    const run = new CaseRun(plan(true)).start().complete('book');
    expect(run.places).toEqual(['cancel', 'deal', 'off']);
    expect(run.armed).toEqual([]);
    expect(run.complete('cancel').places).toEqual(['after']);
    expect(run.state.scopes).toEqual([{ id: 'root' }]);
    expect(run.effects('activity-cancelled').map(({ node }) => node)).toEqual(['deal']);
  });

  it('without a boundary for it is an incident', () => {
    const run = new CaseRun(plan(false)).start().complete('book');
    expect(run.effects('incident')).toMatchObject([{ node: 'called_off', code: 'CASES.CANCEL_NOT_CAUGHT' }]);
  });

  it('that is left otherwise while it is being cancelled, waits for nothing any more', () => {
    const failing = planOf(
      [
        start(),
        subProcess('deal', { transaction: true }),
        start('inner', inside),
        user('book', inside),
        boundary('undone', 'book', { ...inside, trigger: { kind: 'compensation', handler: 'cancel' } }),
        service('cancel', { ...inside, forCompensation: true }),
        end('called_off', { ...inside, result: { kind: 'cancel' } }),
        boundary('off', 'deal', { trigger: { kind: 'cancel' } }),
        boundary('failed', 'deal', { trigger: { kind: 'error' } }),
        user('repair'),
        end(),
      ],
      ['start > deal', 'inner > book', 'book > called_off', 'off > end', 'failed > repair', 'repair > end'],
    );
    const run = new CaseRun(failing).start().complete('book');
    expect(run.places).toEqual(['cancel', 'deal', 'off']);
    run.serve('cancel', { kind: 'error', code: 'GONE', data: {} });
    expect(run.places).toEqual(['repair']);
    expect(run.complete('repair').state).toMatchObject({ tokens: [], ended: { kind: 'completed' } });
  });
});
