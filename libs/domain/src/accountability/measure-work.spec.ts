import { createCalendar } from '@lianban/calendar';
import { type OfficeTile, measureWork } from './measure-work.js';

const calendar = createCalendar([
  {
    layer: 'national',
    code: 'test',
    version: 1,
    utcOffset: '+00:00',
    officeHours: [['09:00', '17:00']],
    years: { '2026': { source: 'test', off: [], workOnWeekend: [] } },
  },
]);
/** Noon of a day of March 2026; the 2nd is a Monday. */
const noon = (day: number): string => `2026-03-${String(day).padStart(2, '0')}T12:00:00.000Z`;
const tile = (
  officeId: string,
  from: number,
  to: number,
  kind: OfficeTile['kind'] = 'office',
): OfficeTile => ({
  officeId,
  kind,
  from: noon(from),
  to: noon(to),
});
const DAY = 8 * 60;

describe('what an office did for a task', () => {
  it('counts the office hours that it and its people held it, not those of a suspension', () => {
    const tiles = [
      tile('fire', 2, 3),
      tile('fire', 3, 4, 'person'),
      tile('fire', 4, 6, 'suspended'),
      tile('fire', 6, 9),
    ];
    expect(measureWork({ closedAt: noon(9), tiles }, calendar)).toEqual([
      {
        officeId: 'fire',
        from: noon(2),
        to: noon(9),
        minutes: 3 * DAY,
        isLate: false,
        isLateInOwnCourt: false,
      },
    ]);
  });

  it('is late in its own court by the clock of the unit', () => {
    const [work] = measureWork(
      { closedAt: noon(5), dueAt: noon(4), unitDueAt: noon(4), tiles: [tile('fire', 2, 5)] },
      calendar,
    );
    expect(work).toMatchObject({ isLate: true, isLateInOwnCourt: true });
  });

  it('is not red where the work came when the case was over its limit', () => {
    const late = { closedAt: noon(5), dueAt: noon(2), tiles: [tile('health', 3, 5)] };
    expect(measureWork(late, calendar)).toMatchObject([{ isLate: true, isLateInOwnCourt: false }]);
    expect(measureWork({ ...late, unitDueAt: noon(6) }, calendar)).toMatchObject([
      { isLateInOwnCourt: false },
    ]);
  });

  it('is measured for both sides of a dispute, each for its own time', () => {
    const tiles = [tile('fire', 2, 4), tile('housing', 3, 4), tile('housing', 4, 6)];
    expect(measureWork({ closedAt: noon(6), dueAt: noon(5), tiles }, calendar)).toMatchObject([
      { officeId: 'fire', minutes: 2 * DAY, isLate: false },
      { officeId: 'housing', minutes: 3 * DAY, isLate: true, isLateInOwnCourt: true },
    ]);
  });
});
