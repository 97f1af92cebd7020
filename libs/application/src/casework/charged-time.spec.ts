import { createCalendar } from '@lianban/calendar';
import type { ProcessPlan } from '@lianban/process-runtime';
import type { ClockRecord, CourtRecord } from './case-reader.port.js';
import { chargedTime } from './charged-time.js';

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
const hours = (count: number): number => count * 3600;

const name = (text: string) => ({ zh: text, en: text });
const definition = (id: string, scope: 'unit' | 'case', amount: number) => ({
  id,
  name: name(id),
  scope,
  kind: 'statutory' as const,
  duration: { amount, unit: 'working_day' as const },
  from: 'start',
  basis: 'PD',
  ladder: 'L-STD',
  stoppedBy: ['supplement'],
});
const clocks = {
  whole: definition('whole', 'case', 3),
  check: definition('check', 'unit', 1),
  decide: definition('decide', 'unit', 2),
};
const node = (id: string) => ({ id, type: 'userTask', name: name(id) });
const plan = {
  nodes: { check: node('check'), decide: node('decide'), supplement: node('supplement'), test: node('test') },
  clocks,
} as unknown as ProcessPlan;

const clock = (
  id: keyof typeof clocks,
  more: Partial<ClockRecord> & Pick<ClockRecord, 'ledger'>,
): ClockRecord => ({
  id,
  definition: id,
  node: id,
  name: name(id),
  scope: clocks[id].scope,
  kind: 'statutory',
  basis: 'PD',
  ladder: 'L-STD',
  schedule: [],
  firings: [],
  ...more,
});
const started = (at: string) => ({ kind: 'started' as const, at, milestone: 'start', calendar: 'test@1' });
const met = (at: string) => ({ kind: 'met' as const, at });

const held = (at: string, from: string, to: string, kind: CourtRecord['kind'] = 'office'): CourtRecord => ({
  obligation: at,
  node: at,
  kind,
  holder: name(`${at} ${kind}`),
  party: `${at} ${kind}`,
  from,
  to,
});

describe('the delay of a case', () => {
  it('falls on the unit that took beyond its own limit, not on the one after it', () => {
    const { delays } = chargedTime(
      {
        now: noon(13),
        status: 'ended',
        court: [held('check', noon(2), noon(6)), held('decide', noon(6), noon(9))],
        clocks: [
          clock('whole', { ledger: [started(noon(2)), met(noon(9))] }),
          clock('check', { ledger: [started(noon(2)), met(noon(6))] }),
          clock('decide', { ledger: [started(noon(6)), met(noon(9))] }),
        ],
      },
      plan,
      calendar,
    );
    // Due Thursday 17:00; over on Monday at noon: Friday's eight hours and three of Monday's.
    expect(delays).toEqual([
      {
        clock: name('whole'),
        dueAt: '2026-03-05T17:00:00.000Z',
        workingSeconds: hours(11),
        shares: [{ party: name('check office'), workingSeconds: hours(11) }],
        unexplainedSeconds: 0,
      },
    ]);
  });

  it('tells two units apart that bear one name', () => {
    const alike = { holder: name('监管科') };
    const { delays, stretches } = chargedTime(
      {
        now: noon(13),
        status: 'ended',
        court: [
          { ...held('check', noon(2), noon(6)), ...alike },
          { ...held('decide', noon(6), noon(13)), ...alike },
        ],
        clocks: [
          clock('whole', { ledger: [started(noon(2)), met(noon(13))] }),
          clock('check', { ledger: [started(noon(2)), met(noon(6))] }),
          clock('decide', { ledger: [started(noon(6)), met(noon(13))] }),
        ],
      },
      plan,
      calendar,
    );
    expect(delays[0]?.shares.map(({ party }) => party.zh)).toEqual(['监管科', '监管科']);
    expect(stretches).toHaveLength(2);
  });

  it('is the plan’s where everybody kept to their limits', () => {
    const { delays } = chargedTime(
      {
        now: noon(6),
        status: 'open',
        court: [{ ...held('decide', noon(5), ''), to: noon(6) }],
        clocks: [
          clock('whole', { ledger: [started('2026-02-27T12:00:00.000Z')] }),
          clock('decide', { ledger: [started(noon(5))] }),
        ],
      },
      plan,
      calendar,
    );
    expect(delays).toMatchObject([{ shares: [], unexplainedSeconds: hours(11) }]);
  });

  it('counts no time in which the clock stood still, and an outside body whole, which has no limit of its own', () => {
    const { delays } = chargedTime(
      {
        now: noon(20),
        status: 'ended',
        court: [
          held('supplement', noon(2), noon(4), 'applicant'),
          held('test', noon(4), noon(11), 'outside'),
        ],
        clocks: [
          clock('whole', {
            ledger: [
              started(noon(2)),
              { kind: 'stopped', at: noon(2), ground: 'supplement' },
              { kind: 'resumed', at: noon(4), ground: 'supplement' },
              met(noon(11)),
            ],
          }),
        ],
      },
      plan,
      calendar,
    );
    expect(delays).toMatchObject([
      { dueAt: '2026-03-09T17:00:00.000Z', shares: [{ party: name('test outside') }], unexplainedSeconds: 0 },
    ]);
  });

  it('is none before the case is due', () => {
    const file = {
      now: noon(3),
      status: 'open' as const,
      court: [held('check', noon(2), noon(3))],
      clocks: [clock('whole', { ledger: [started(noon(2))] })],
    };
    expect(chargedTime(file, plan, calendar)).toMatchObject({
      delays: [],
      stretches: [
        {
          from: noon(2),
          to: noon(3),
          workingSeconds: hours(8),
          waitedFor: [{ party: name('check office') }],
        },
      ],
    });
  });
});
