import { CaseRun } from '../../specimens/case-run.js';
import {
  boundary,
  end,
  gateway,
  planOf,
  start,
  subProcess,
  throwing,
  timerCatch,
  user,
} from '../../specimens/plan-sketch.js';

describe('timers', () => {
  it('a timer catch waits for its due row and fires once', () => {
    const plan = planOf(
      [start(), timerCatch('pause'), user('a'), end()],
      ['start > pause', 'pause > a', 'a > end'],
    );
    const run = new CaseRun(plan).start();
    const wait = run.waitAt('pause');
    expect(run.effects('timer-armed')).toEqual([
      {
        kind: 'timer-armed',
        wait,
        node: 'pause',
        timer: { kind: 'business', duration: { amount: 1, unit: 'working_day' } },
      },
    ]);
    expect(run.fire('pause').places).toEqual(['a']);
    expect(run.apply({ kind: 'timer', wait })?.code).toBe('CASES.TIMER_NOT_ARMED');
  });
});

describe('boundary events', () => {
  const reminded = planOf(
    [
      start(),
      user('file'),
      boundary('day_10', 'file', { interrupting: false }),
      boundary('asked', 'file', { interrupting: false, trigger: { kind: 'message', message: 'm' } }),
      boundary('deemed', 'file', { when: 'switchedOn', closesAs: 'deemed-complete' }),
      end('reminded'),
      end('filed', { outcome: 'filed' }),
    ],
    ['start > file', 'file > filed', 'day_10 > reminded', 'asked > reminded', 'deemed > filed'],
  );

  it('a non-interrupting timer adds a token, once; the task stays', () => {
    const run = new CaseRun(reminded).start().fire('day_10');
    expect(run.places).toEqual(['file']);
    expect(run.armed).toEqual(['asked']);
    expect(run.state.ended).toBeUndefined();
    expect(run.complete('file').state.ended).toEqual({ kind: 'completed', outcome: 'filed' });
  });

  it('a non-interrupting message event stays armed', () => {
    const run = new CaseRun(reminded).start().message('m').message('m');
    expect(run.allOf('message-consumed')).toHaveLength(2);
    expect(run.places).toEqual(['file']);
  });

  it('is armed only where its condition holds', () => {
    expect(new CaseRun(reminded).start().armed).toEqual(['asked', 'day_10']);
    expect(new CaseRun(reminded).start({ switchedOn: true }).armed).toEqual(['asked', 'day_10', 'deemed']);
  });

  it('an interrupting event closes the task as it says, never as a completion', () => {
    const run = new CaseRun(reminded).start({ switchedOn: true });
    const task = run.tokenAt('file');
    run.fire('deemed');
    expect(run.effects('task-closed')).toEqual([
      { kind: 'task-closed', task, node: 'file', how: 'cancelled', outcome: 'deemed-complete' },
    ]);
    expect(run.effects('activity-completed')).toEqual([]);
    expect(run.data['file']).toBeUndefined();
    expect(run.armed).toEqual([]);
    expect(run.state.ended?.outcome).toBe('filed');
  });

  const lanes = planOf(
    [
      start(),
      gateway('fork', 'parallel'),
      subProcess('lanes'),
      start('inner', { parent: 'lanes' }),
      gateway('lanes_fork', 'parallel', 'lanes'),
      user('fire', { parent: 'lanes' }),
      user('education', { parent: 'lanes' }),
      boundary('release', 'lanes', { interrupting: false }),
      boundary('closed', 'lanes', { trigger: { kind: 'signal', signal: 'opinions' }, closesAs: 'not-given' }),
      user('verify'),
      throwing('close', { result: { kind: 'signal', signal: 'opinions' } }),
      end(),
    ],
    [
      'start > fork',
      'fork > lanes',
      'fork > verify',
      'inner > lanes_fork',
      'lanes_fork > fire',
      'lanes_fork > education',
      'lanes > end',
      'release > end',
      'closed > end',
      'verify > close',
      'close > end',
    ],
  );

  it('a signal closes what is left of a sub-process and keeps what was given', () => {
    const run = new CaseRun(lanes).start().fire('release').complete('fire').complete('verify');
    expect(run.allOf('task-closed').map(({ node, how, outcome }) => [node, how, outcome])).toEqual([
      ['fire', 'completed', undefined],
      ['verify', 'completed', undefined],
      ['education', 'cancelled', 'not-given'],
    ]);
    expect(run.effects('activity-cancelled').map(({ node }) => node)).toEqual(['education', 'lanes']);
    expect(run.state).toMatchObject({
      tokens: [],
      waits: [],
      scopes: [{ id: 'root' }],
      ended: { kind: 'completed' },
    });
  });

  it('a signal nothing waits for passes', () => {
    const run = new CaseRun(lanes).start().complete('fire').complete('education').complete('verify');
    expect(run.state.ended?.kind).toBe('completed');
  });

  it('what a signal starts comes before what follows the throw event', () => {
    const run = new CaseRun(lanes).start().complete('verify');
    const passed = run.effects('node-passed').map(({ node }) => node);
    expect(passed.indexOf('closed')).toBeLessThan(passed.indexOf('close'));
  });

  it('a signal thrown inside interrupts its own sub-process', () => {
    const plan = planOf(
      [
        start(),
        subProcess('sub'),
        start('inner', { parent: 'sub' }),
        throwing('give_up', { parent: 'sub', result: { kind: 'signal', signal: 's' } }),
        user('never', { parent: 'sub' }),
        boundary('out', 'sub', { trigger: { kind: 'signal', signal: 's' } }),
        user('after'),
        end(),
      ],
      ['start > sub', 'inner > give_up', 'give_up > never', 'out > after', 'after > end'],
    );
    expect(new CaseRun(plan).start().places).toEqual(['after']);
  });
});
