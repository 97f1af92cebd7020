import { addDuration, instantOf, repetitionOf } from './iso-time.js';

const at = (iso: string): number => Date.parse(iso);

describe('time as ISO 8601 has it', () => {
  it.each([
    ['P1M', '2030-01-31T10:00:00Z', '2030-02-28T10:00:00.000Z'],
    ['P1Y', '2028-02-29T00:00:00Z', '2029-02-28T00:00:00.000Z'],
    ['P1Y2M3DT4H5M6.5S', '2030-01-01T00:00:00Z', '2031-03-04T04:05:06.500Z'],
    ['P2W', '2030-01-01T00:00:00Z', '2030-01-15T00:00:00.000Z'],
    ['PT90M', '2030-01-01T00:00:00Z', '2030-01-01T01:30:00.000Z'],
  ])('%s after %s is %s', (duration, from, to) => {
    expect(new Date(addDuration(at(from), duration) ?? NaN).toISOString()).toBe(to);
  });

  it.each(['', 'P', 'PT', 'P1DT', '1D', 'P-1D', 'P1H', 'tomorrow', 'P999999999Y'])(
    '%j is no duration',
    (text) => {
      expect(addDuration(0, text)).toBeUndefined();
    },
  );

  it.each([
    ['2030-01-07T00:00:00+08:00', '2030-01-06T16:00:00Z'],
    ['2030-01-07T00:00:00', '2030-01-07T00:00:00Z'],
    ['2030-01-07', '2030-01-07T00:00:00Z'],
  ])('%s is an instant', (text, instant) => {
    expect(instantOf(text)).toBe(at(instant));
  });

  it.each(['2030', 'January 7, 2030', '2030-13-01', '10:00'])('%j is no instant', (text) => {
    expect(instantOf(text)).toBeUndefined();
  });

  it.each([
    ['R3/PT10S', { times: 3, every: 'PT10S' }],
    ['R/PT10S', { every: 'PT10S' }],
    ['R2/2030-01-01T00:00:00Z/P1D', { times: 2, start: at('2030-01-01T00:00:00Z'), every: 'P1D' }],
    ['R/P1D/2030-02-01T00:00:00Z', { every: 'P1D', until: at('2030-02-01T00:00:00Z') }],
  ])('%s repeats', (text, repetition) => {
    expect(repetitionOf(text)).toEqual(repetition);
  });

  it.each(['PT10S', 'R3', 'R0/PT10S', 'R3/PT0S', 'R3/soon/PT1S', 'R3/PT1S/later'])(
    '%j is no repetition',
    (text) => {
      expect(repetitionOf(text)).toBeUndefined();
    },
  );
});
