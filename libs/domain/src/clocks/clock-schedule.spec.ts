import { createCalendar } from '@lianban/calendar';
import type { ClockDefinition } from '@lianban/process-runtime';
import { scheduleOf } from './clock-schedule.js';
import type { Ladder, Rung } from './ladder.js';

const calendar = createCalendar([]);
const rung = (level: string, offset: Rung['offset']): Rung => ({
  level,
  offset,
  action: { zh: level, en: level },
  acts: [{ kind: 'remind' }],
  tell: [],
});
const ladder: Ladder = {
  code: 'L-TEST',
  version: 1,
  name: { zh: '阶梯', en: 'Ladder' },
  serves: 'default-short',
  rungs: [
    rung('L0', { kind: 'share', share: 0.5 }),
    rung('L1', { kind: 'working-days', days: 0 }),
    rung('L2', { kind: 'working-days', days: 1 }),
  ],
};
const clock = (duration: ClockDefinition['duration']): ClockDefinition => ({
  id: 'clock',
  name: { zh: '时限', en: 'Clock' },
  scope: 'unit',
  kind: 'internal',
  duration,
  from: 'started',
  basis: 'PD',
  ladder: 'L-TEST',
  stoppedBy: [],
});
const monday = '2026-11-23T09:30:00.000Z';
const acts = (
  definition: ClockDefinition,
  due: string,
  fired: readonly string[] = [],
  climbed: Ladder | undefined = ladder,
) =>
  scheduleOf(definition, climbed, monday, due, calendar, new Set(fired)).map(
    (act) => `${act.at} ${act.kind === 'mark' ? act.mark : act.level}`,
  );

describe('what a running clock still has to do', () => {
  const twoDays = clock({ amount: 2, unit: 'working_day' });
  const wednesday = '2026-11-25T09:30:00.000Z';

  it('is in order of time, a mark before the rung of the same instant', () => {
    expect(acts(twoDays, wednesday)).toEqual([
      '2026-11-24T09:30:00.000Z due-soon',
      '2026-11-24T09:30:00.000Z L0',
      '2026-11-25T09:30:00.000Z overdue',
      '2026-11-25T09:30:00.000Z L1',
      '2026-11-26T09:30:00.000Z L2',
    ]);
  });

  it('leaves out rungs that fired before the clock was stopped; a rung fires once in the life of its clock', () => {
    expect(acts(twoDays, wednesday, ['L0', 'L1'])).toEqual([
      '2026-11-24T09:30:00.000Z due-soon',
      '2026-11-25T09:30:00.000Z overdue',
      '2026-11-26T09:30:00.000Z L2',
    ]);
  });

  it('is marks alone where no ladder belongs to the clock', () => {
    expect(acts(twoDays, wednesday, [], { ...ladder, rungs: [] })).toEqual([
      '2026-11-24T09:30:00.000Z due-soon',
      '2026-11-25T09:30:00.000Z overdue',
    ]);
  });

  it('counts hours day and night: half of four hours from the evening is two hours later', () => {
    expect(acts(clock({ amount: 4, unit: 'hour' }), '2026-11-23T13:30:00.000Z')[0]).toBe(
      '2026-11-23T11:30:00.000Z due-soon',
    );
  });

  it('calls longer tasks due soon two working days before the end, shorter ones at half of their time', () => {
    expect(acts(clock({ amount: 5, unit: 'working_day' }), '2026-11-30T09:30:00.000Z')[1]).toBe(
      '2026-11-27T00:30:00.000Z due-soon',
    );
  });
});
