import { CaseRun } from '../../specimens/case-run.js';
import {
  boundary,
  end,
  gateway,
  planOf,
  receive,
  start,
  subProcess,
  user,
} from '../../specimens/plan-sketch.js';

const filing = planOf(
  [
    start(),
    user('decide'),
    receive('filing', { outputs: [{ target: 'by', expression: 'event.by' }] }),
    end(),
    user('review'),
  ],
  ['start > decide', 'decide > filing', 'filing > review', 'review > end'],
);

describe('messages', () => {
  it('go to what waits for them', () => {
    const run = new CaseRun(filing).start().complete('decide');
    expect(run.effects('message-awaited')).toEqual([
      { kind: 'message-awaited', wait: run.waitAt('filing'), node: 'filing', message: 'filing.message' },
    ]);
    run.message('filing.message', { by: 'institution' });
    expect(run.places).toEqual(['review']);
    expect(run.armed).toEqual([]);
    expect(run.data).toMatchObject({ by: 'institution', filing: { event: { by: 'institution' } } });
  });

  it('that come early are kept and taken when something waits, and skip no step', () => {
    const run = new CaseRun(filing).start().message('filing.message', { by: 'early' });
    expect(run.effects('message-buffered')).toHaveLength(1);
    expect(run.places).toEqual(['decide']);
    expect(run.state.buffer).toEqual([
      { message: 'filing.message', event: { by: 'early' }, receivedAt: run.now },
    ]);
    run.complete('decide');
    expect(run.places).toEqual(['review']);
    expect(run.state.buffer).toEqual([]);
    expect(run.data['by']).toBe('early');
  });

  it('that answer what was never asked are refused, and the question is asked all the same', () => {
    const messages = {
      'filing.message': { name: 'filing.message', correlationKey: '', early: 'refused' },
    } as const;
    const run = new CaseRun({ ...filing, messages }).start();
    const early = { kind: 'message', message: 'filing.message', event: {} } as const;
    expect(run.apply(early)?.code).toBe('CASES.MESSAGE_NOT_EXPECTED');
    run.complete('decide');
    expect(run.places).toEqual(['filing']);
    expect(run.message('filing.message').places).toEqual(['review']);
  });

  it('of one name are taken in the order they came', () => {
    const plan = planOf(
      [
        start(),
        user('decide'),
        receive('one', { message: 'm' }),
        receive('two', { message: 'm' }),
        user('last'),
        end(),
      ],
      ['start > decide', 'decide > one', 'one > two', 'two > last', 'last > end'],
    );
    const run = new CaseRun(plan).start().message('m', 1).message('m', 2).complete('decide');
    expect(run.data).toMatchObject({ one: { event: 1 }, two: { event: 2 } });
    expect(run.places).toEqual(['last']);
  });

  it('nothing can still catch are refused', () => {
    const run = new CaseRun(filing).start();
    expect(run.apply({ kind: 'message', message: 'other', event: {} })?.code).toBe(
      'CASES.MESSAGE_NOT_EXPECTED',
    );
    run.complete('decide').message('filing.message');
    expect(run.apply({ kind: 'message', message: 'filing.message', event: {} })?.code).toBe(
      'CASES.MESSAGE_NOT_EXPECTED',
    );
  });

  it('are kept for a catch behind a sub-process that a token is inside of', () => {
    const plan = planOf(
      [
        start(),
        subProcess('sub'),
        start('inner', { parent: 'sub' }),
        user('a', { parent: 'sub' }),
        receive('after'),
        end(),
      ],
      ['start > sub', 'inner > a', 'sub > after', 'after > end'],
    );
    const run = new CaseRun(plan).start().message('after.message').complete('a');
    expect(run.state.ended?.kind).toBe('completed');
  });

  it('are kept for a receive task that stands as an incident', () => {
    const plan = planOf(
      [start(), receive('filing'), boundary('late', 'filing', { when: 'fail' }), end()],
      ['start > filing', 'filing > end', 'late > end'],
    );
    const run = new CaseRun(plan).start();
    expect(run.effects('incident')).toHaveLength(1);
    expect(run.armed).toEqual([]);
    run.message('filing.message');
    run.evaluate = () => ({ ok: true, value: true });
    expect(run.retry('filing').state.ended?.kind).toBe('completed');
  });

  it('reach one catcher each, the longest waiting first', () => {
    const plan = planOf(
      [
        start(),
        gateway('fork', 'parallel'),
        receive('one', { message: 'm' }),
        receive('two', { message: 'm' }),
        end(),
      ],
      ['start > fork', 'fork > one', 'fork > two', 'one > end', 'two > end'],
    );
    const run = new CaseRun(plan).start().message('m');
    expect(run.places).toEqual(['two']);
  });

  it('a timer stimulus never stands in for a message', () => {
    const run = new CaseRun(filing).start().complete('decide');
    expect(run.apply({ kind: 'timer', wait: run.waitAt('filing') })?.code).toBe('CASES.TIMER_NOT_ARMED');
    expect(run.places).toEqual(['filing']);
  });
});
