import type { TimerDefinition } from '../plan/clock-definition.js';
import { end, planOf, start } from '../specimens/plan-sketch.js';
import { firstStart, nextStart, type StartTimer, startTimersOf } from './scheduled-start.js';

const NOW = '2026-03-02T01:00:00.000Z';

const timersOf = (timer: TimerDefinition): readonly StartTimer[] =>
  startTimersOf(planOf([start('start', { trigger: { kind: 'timer', timer } }), end()], ['start > end']));

const only = (timer: TimerDefinition): StartTimer => {
  const [found, ...others] = timersOf(timer);
  if (!found || others.length > 0) throw new Error('There is one timer.');
  return found;
};

/** Every instant, but no more than five. */
const instants = (timer: StartTimer): readonly unknown[] => {
  const all: unknown[] = [];
  let next = firstStart(timer, NOW);
  while (next && all.length < 5) {
    if (next.timer.kind !== 'at') throw new Error('It is an instant.');
    all.push(next.timer.at);
    next = nextStart(timer, next.cycle, next.timer.at);
  }
  return all;
};

describe('when a timer begins cases', () => {
  it.each([
    ['a date', { kind: 'date', iso: '2026-03-03T09:00:00+08:00' }, ['2026-03-03T01:00:00.000Z']],
    ['a date that is now', { kind: 'date', iso: NOW }, []],
    ['a date that has passed', { kind: 'date', iso: '2026-03-01T09:00:00+08:00' }, []],
    ['a duration', { kind: 'elapsed', iso: 'PT2H' }, ['2026-03-02T03:00:00.000Z']],
    [
      'a number of times',
      { kind: 'cycle', iso: 'R2/PT12H' },
      ['2026-03-02T13:00:00.000Z', '2026-03-03T01:00:00.000Z'],
    ],
    [
      'a cycle that began in the past: what is still to come',
      { kind: 'cycle', iso: 'R2/2026-02-28T02:00:00Z/P1D' },
      ['2026-03-02T02:00:00.000Z', '2026-03-03T02:00:00.000Z'],
    ],
  ] as const)('%s', (_, timer, expected) => {
    expect(instants(only(timer))).toEqual(expected);
  });

  it('a cycle without end goes on', () => {
    expect(instants(only({ kind: 'cycle', iso: 'R/PT1H' }))).toHaveLength(5);
  });

  it('working time counts on from the occurrence before', () => {
    const duration = { amount: 1, unit: 'working_day' } as const;
    const timer = only({ kind: 'business-cycle', every: duration, times: 2 });
    const first = firstStart(timer, NOW);
    expect(first).toEqual({ timer: { kind: 'business', duration }, cycle: { left: 2 } });
    const second = nextStart(timer, first?.cycle, '2026-03-03T01:00:00Z');
    expect(second).toEqual({
      timer: { kind: 'business', duration, after: '2026-03-03T01:00:00Z' },
      cycle: { left: 1 },
    });
    expect(nextStart(timer, second?.cycle, '2026-03-04T01:00:00Z')).toBeUndefined();
  });

  it('is told of a start that waits for any of several events, not of one that waits for all', () => {
    const timer = { kind: 'timer', timer: { kind: 'elapsed', iso: 'P1D' } } as const;
    const partsOf = (all: boolean) =>
      startTimersOf(
        planOf(
          [
            start('start', {
              trigger: { kind: 'multiple', all, of: [{ kind: 'message', message: 'm' }, timer] },
            }),
            end(),
          ],
          ['start > end'],
        ),
      ).map(({ startEvent, part }) => [startEvent, part]);
    expect(partsOf(false)).toEqual([['start', 1]]);
    expect(partsOf(true)).toEqual([]);
  });
});
