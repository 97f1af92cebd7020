import type { TimerDefinition } from '../../plan/clock-definition.js';
import { CaseRun } from '../../specimens/case-run.js';
import { boundary, catching, end, planOf, start, user } from '../../specimens/plan-sketch.js';

const pausing = (timer: TimerDefinition) =>
  planOf(
    [start(), catching('pause', { kind: 'timer', timer }), user('a'), end()],
    ['start > pause', 'pause > a', 'a > end'],
  );

const armed = (run: CaseRun) => run.effects('timer-armed').map(({ timer }) => timer);

describe('timers of real time', () => {
  it.each<[TimerDefinition, string]>([
    [{ kind: 'elapsed', iso: 'P1M' }, '2026-04-02T00:30:00.000Z'],
    [{ kind: 'date', iso: '2030-01-07T00:00:00Z' }, '2030-01-07T00:00:00.000Z'],
    [{ kind: 'cycle', iso: 'R3/PT10S' }, '2026-03-02T00:30:10.000Z'],
    [{ kind: 'cycle', iso: 'R3/2020-01-01T00:00:00Z/P1D' }, '2026-03-03T00:00:00.000Z'],
    [{ kind: 'expression', as: 'elapsed', expression: 'pause' }, '2026-03-02T00:30:05.000Z'],
  ])('%j are worked out when they are armed', (timer, at) => {
    expect(armed(new CaseRun(pausing(timer)).start({ pause: 'PT5S' }))).toEqual([{ kind: 'at', at }]);
  });

  it.each<TimerDefinition>([
    { kind: 'elapsed', iso: 'soon' },
    { kind: 'expression', as: 'date', expression: 'nothing' },
    { kind: 'expression', as: 'elapsed', expression: '5' },
  ])('%j is an incident, settled by a retry once it is right', (timer) => {
    const run = new CaseRun(pausing(timer)).start();
    expect(run.effects('incident')).toMatchObject([{ node: 'pause', code: 'CASES.TIMER_INVALID' }]);
    expect(run.armed).toEqual([]);
  });
});

describe('repeating timers', () => {
  it('on a catch event send out a token at each occurrence, and are done with the last', () => {
    const run = new CaseRun(pausing({ kind: 'cycle', iso: 'R3/PT10S' })).start();
    const first = run.waitAt('pause');
    run.fire('pause');
    expect(armed(run)).toEqual([{ kind: 'at', at: '2026-03-02T00:30:20.000Z' }]);
    expect(run.places).toEqual(['a', 'pause']);
    expect(run.apply({ kind: 'timer', wait: first })?.code).toBe('CASES.TIMER_NOT_ARMED');
    run.fire('pause').fire('pause');
    expect(run.places).toEqual(['a', 'a', 'a']);
    run.complete('a').complete('a').complete('a');
    expect(run.state.ended?.kind).toBe('completed');
  });

  const reminded = (timer: TimerDefinition, interrupting = false) =>
    planOf(
      [
        start(),
        user('a'),
        boundary('remind', 'a', { interrupting, trigger: { kind: 'timer', timer } }),
        end(),
      ],
      ['start > a', 'a > end', 'remind > end'],
    );

  it('on a non-interrupting boundary stay armed as often as they say', () => {
    const run = new CaseRun(reminded({ kind: 'cycle', iso: 'R2/PT1H' })).start();
    expect(run.fire('remind').armed).toEqual(['remind']);
    expect(run.fire('remind').armed).toEqual([]);
  });

  it('on an interrupting boundary fire once', () => {
    const run = new CaseRun(reminded({ kind: 'cycle', iso: 'R/PT1H' }, true)).start().fire('remind');
    expect(run.state.ended?.kind).toBe('completed');
  });

  it('stop at the end that they name', () => {
    const run = new CaseRun(reminded({ kind: 'cycle', iso: 'R/P1D/2026-03-04T00:00:00Z' })).start();
    expect(run.fire('remind').armed).toEqual([]);
  });

  it('in business time count from their own last occurrence', () => {
    const every = { amount: 2, unit: 'working_day' } as const;
    const run = new CaseRun(reminded({ kind: 'business-cycle', every, times: 2 })).start();
    expect(armed(run)).toEqual([{ kind: 'business', duration: every }]);
    const due = '2026-03-04T01:00:00.000Z';
    run.command({ kind: 'timer', wait: run.waitAt('remind'), due });
    expect(armed(run)).toEqual([{ kind: 'business', duration: every, after: due }]);
    expect(run.fire('remind').armed).toEqual([]);
  });
});
