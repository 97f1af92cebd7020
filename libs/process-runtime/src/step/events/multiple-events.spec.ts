import type { EventTrigger } from '../../plan/event-trigger.js';
import { CaseRun } from '../../specimens/case-run.js';
import { boundary, catching, end, planOf, start, throwing, user } from '../../specimens/plan-sketch.js';

const both = (all: boolean): EventTrigger => ({
  kind: 'multiple',
  all,
  of: [
    { kind: 'message', message: 'm' },
    { kind: 'signal', signal: 's' },
  ],
});

describe('multiple events', () => {
  const waiting = (all: boolean) =>
    planOf([start(), catching('wait', both(all)), user('a'), end()], ['start > wait', 'wait > a', 'a > end']);

  it('catch the first of several', () => {
    const run = new CaseRun(waiting(false)).start().signal('s');
    expect(run.places).toEqual(['a']);
    expect(run.armed).toEqual([]);
  });

  it('parallel ones catch all of them, in any order', () => {
    const run = new CaseRun(waiting(true)).start().signal('s').signal('s');
    expect(run.places).toEqual(['wait']);
    expect(run.message('m').places).toEqual(['a']);
  });

  it('parallel ones on a non-interrupting boundary wait for all of them anew', () => {
    const plan = planOf(
      [start(), user('a'), boundary('told', 'a', { interrupting: false, trigger: both(true) }), end()],
      ['start > a', 'a > end', 'told > end'],
    );
    const run = new CaseRun(plan).start().message('m').signal('s').signal('s').message('m');
    expect(run.allOf('node-passed').filter(({ node }) => node === 'told')).toHaveLength(2);
    expect(run.armed).toEqual(['told', 'told']);
  });

  it('throw all of their results', () => {
    const result = {
      kind: 'multiple',
      of: [
        { kind: 'message', message: 'm' },
        { kind: 'signal', signal: 's' },
      ],
    } as const;
    const plan = planOf(
      [start(), throwing('tell', { result }), user('a'), end()],
      ['start > tell', 'tell > a', 'a > end'],
      { signals: { s: { name: 's', reach: 'everywhere' } } },
    );
    const run = new CaseRun(plan).start();
    expect(run.effects('message-thrown')).toEqual([
      { kind: 'message-thrown', message: 'm', node: 'tell', data: {} },
    ]);
    expect(run.effects('signal-thrown')).toEqual([{ kind: 'signal-thrown', signal: 's', node: 'tell' }]);
    expect(run.places).toEqual(['a']);
  });

  it('carry what their message is given', () => {
    const tell = throwing('tell', {
      result: { kind: 'message', message: 'm' },
      inputs: [{ target: 'to', expression: '"fire"' }],
    });
    const plan = planOf([start(), tell, end()], ['start > tell', 'tell > end']);
    expect(new CaseRun(plan).start().effects('message-thrown')).toEqual([
      { kind: 'message-thrown', message: 'm', node: 'tell', data: { to: 'fire' } },
    ]);
  });

  it('a link leads to its catch event', () => {
    const plan = planOf(
      [
        start(),
        throwing('there', { result: { kind: 'link', to: 'here' } }),
        catching('here', { kind: 'link' }),
        user('a'),
        end(),
      ],
      ['start > there', 'here > a', 'a > end'],
    );
    const run = new CaseRun(plan).start();
    expect(run.places).toEqual(['a']);
    expect(run.effects('node-passed').map(({ node }) => node)).toEqual(['start', 'there', 'here']);
  });
});
