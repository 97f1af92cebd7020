import type { CourtTrack } from '@lianban/contracts';
import { courtBars, holderTotals } from './court-scale.js';

const name = (zh: string) => ({ zh, en: zh });
const interval = (holder: string, from: string, to: string | undefined, hours: number) => ({
  holder: name(holder),
  kind: 'office' as const,
  from: `2026-03-${from}:00:00+08:00`,
  ...(to === undefined ? {} : { to: `2026-03-${to}:00:00+08:00` }),
  workingSeconds: hours * 3600,
});
const tracks: readonly CourtTrack[] = [
  { obligation: 'a', node: 'a', name: name('a'), intervals: [interval('health', '02T08', '02T18', 8)] },
  {
    obligation: 'b',
    node: 'b',
    name: name('b'),
    intervals: [interval('fire', '02T18', '03T04', 0), interval('health', '03T04', undefined, 1)],
  },
];

describe('intervals of a case', () => {
  it('share one scale that ends now where somebody still holds it', () => {
    const bars = courtBars(tracks, new Date('2026-03-04T00:00:00+08:00'));
    expect(bars.map(({ bars: own }) => own.map(({ left, width }) => [left, width]))).toEqual([
      [[0, 25]],
      [
        [25, 25],
        [50, 50],
      ],
    ]);
  });

  it('never reach beyond the scale, not even where everything happened at one instant', () => {
    const [instant] = tracks;
    const at = { ...interval('health', '02T08', '02T08', 0) };
    const bars = courtBars([{ ...(instant as CourtTrack), intervals: [at] }], new Date());
    expect(bars[0]?.bars[0]).toMatchObject({ left: 0, width: 0 });
  });

  it('add up by holder over all tracks', () => {
    expect(holderTotals(tracks)).toEqual([
      { holder: name('health'), kind: 'office', workingSeconds: 9 * 3600 },
      { holder: name('fire'), kind: 'office', workingSeconds: 0 },
    ]);
  });
});
