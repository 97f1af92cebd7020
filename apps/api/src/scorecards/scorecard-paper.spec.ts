import type { ScorecardMonthsView, ScorecardRow, ScorecardView } from '@lianban/contracts';
import { scorecardPaper } from './scorecard-paper.js';

const frozenAt = '2026-03-31T16:00:05.000Z';

const row = (no: number): ScorecardRow => ({
  key: `office-${no}`,
  name: { zh: `舟山市定海区卫生健康局第${no}科室`, en: `Section ${no} of Health, Dinghai` },
  completed: 40 + no,
  onTime: 38,
  late: 2 + no,
  lateOwn: no,
  exempt: 1,
  excluded: 0,
  rework: 3,
  orders: 4,
  answers: 3,
  answersLate: 1,
  meanHours: 12.5,
  p90Hours: 31.8,
});

const scorecard = (offices: number): ScorecardView => ({
  month: '2026-03',
  months: ['2026-03', '2026-02'],
  frozenAt,
  corrections: 2,
  rows: Array.from({ length: offices }, (_, index) => row(index + 1)),
});

const months: ScorecardMonthsView = {
  months: [
    { month: '2026-02', frozenAt, corrections: 0 },
    { month: '2026-03', frozenAt, corrections: 2 },
  ],
  total: [{ month: '2026-03', figures: { completed: 9, late: 2, lateOwn: 1, meanHours: 3 } }],
  rows: [
    {
      key: 'office-1',
      name: row(1).name,
      cells: [
        {
          month: '2026-03',
          figures: { completed: 9, late: 2, lateOwn: 1, meanHours: 3 },
          corrected: { completed: 9, late: 1, lateOwn: 0, meanHours: 3 },
        },
      ],
    },
  ],
};

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/gu)?.length ?? 0;

describe('a scorecard on paper', () => {
  it('is the same bytes each time once its month is frozen', async () => {
    const print = () => scorecardPaper(scorecard(3), months, { by: 'office', asOf: 'frozen' });
    expect((await print()).equals(await print())).toBe(true);
  });

  it('goes on to further pages, with the last months on one of their own', async () => {
    const print = (offices: number) =>
      scorecardPaper(scorecard(offices), months, { by: 'office', asOf: 'corrected' });
    expect(pagesOf(await print(3))).toBe(2);
    expect(pagesOf(await print(60))).toBe(5);
  });
});
