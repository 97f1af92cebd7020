import { CaseRun } from '../../specimens/case-run.js';
import { catching, end, planOf, receive, start, timerCatch, user } from '../../specimens/plan-sketch.js';

const signal = { kind: 'signal', signal: 's' } as const;

describe('event-based gateways', () => {
  const plan = planOf(
    [
      start(),
      { id: 'which', type: 'eventBasedGateway' },
      receive('answer', { message: 'm' }),
      timerCatch('late'),
      catching('called_off', signal),
      user('a'),
      user('b'),
      end(),
    ],
    ['start > which', 'which > answer', 'which > late', 'which > called_off', 'answer > a', 'late > b'],
  );

  it('take the first event, and let go of the others', () => {
    const run = new CaseRun(plan).start();
    expect(run.places).toEqual(['which']);
    expect(run.armed).toEqual(['answer', 'called_off', 'late']);
    run.message('m', { by: 'fire' });
    expect(run.places).toEqual(['a']);
    expect(run.armed).toEqual([]);
    expect(run.data['answer']).toEqual({ event: { by: 'fire' } });
    expect(new CaseRun(plan).start().fire('late').places).toEqual(['b']);
  });

  it('take a message that came early', () => {
    const early = planOf(
      [
        start(),
        user('first'),
        { id: 'which', type: 'eventBasedGateway' },
        receive('answer', { message: 'm' }),
        timerCatch('late'),
        user('a'),
        end(),
      ],
      ['start > first', 'first > which', 'which > answer', 'which > late', 'answer > a', 'late > end'],
    );
    expect(new CaseRun(early).start().message('m').complete('first').places).toEqual(['a']);
  });

  const starting = (instantiate: 'exclusive' | 'parallel') =>
    planOf(
      [
        { id: 'which', type: 'eventBasedGateway', instantiate },
        catching('one', { kind: 'message', message: 'one' }),
        catching('two', { kind: 'message', message: 'two' }),
        user('a'),
        user('b'),
        end(),
      ],
      ['which > one', 'which > two', 'one > a', 'two > b', 'a > end', 'b > end'],
    );

  it('start a case with the first event', () => {
    const run = new CaseRun(starting('exclusive')).start({}, 'one', 1);
    expect(run.places).toEqual(['a']);
    expect(run.data['one']).toEqual({ event: 1 });
  });

  it('parallel ones wait for the others too', () => {
    const run = new CaseRun(starting('parallel')).start({}, 'two', 1);
    expect(run.places).toEqual(['b', 'one']);
    expect(run.message('one').places).toEqual(['a', 'b']);
  });

  it('a receive task starts a case where it says so', () => {
    const plan = planOf(
      [receive('in', { instantiate: true }), receive('other'), user('a'), end()],
      ['in > a', 'a > end', 'other > end'],
    );
    expect(new CaseRun(plan).start({}, 'in', 1).places).toEqual(['a']);
    expect(new CaseRun(plan).apply({ kind: 'start', startEvent: 'other', data: {} })?.code).toBe(
      'CASES.NO_SUCH_START',
    );
  });
});
