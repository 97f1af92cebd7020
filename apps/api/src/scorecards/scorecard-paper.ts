import type {
  MonthCell,
  ScorecardMonthsView,
  ScorecardRequest,
  ScorecardRow,
  ScorecardView,
} from '@lianban/contracts';
import { chineseDate } from '@lianban/domain';
import { type Pdf, writePdf } from '@lianban/platform';

const MARGINS = { top: 42, left: 42, right: 42, bottom: 42 } as const;
const INK = '#1f2937';
const QUIET = '#6b7280';
const LINE = '#d1d5db';
const ROW = 26;

/** What stands in a cell: the second line is smaller. */
type Lines = readonly [first: string, second?: string];

interface Column<T> {
  readonly heading: readonly [zh: string, en: string];
  readonly width: number;
  readonly of: (row: T) => Lines;
}

const GROUPS: Readonly<Record<ScorecardRequest['by'], readonly [zh: string, en: string]>> = {
  office: ['科室', 'Office'],
  district: ['辖区', 'District'],
  process: ['流程', 'Process'],
  department: ['部门', 'Department'],
  person: ['经办人', 'Person'],
};

const NUMBERS: readonly (readonly [zh: string, en: string, of: (row: ScorecardRow) => number])[] = [
  ['办结', 'Completed', ({ completed }) => completed],
  ['按期', 'On time', ({ onTime }) => onTime],
  ['超期', 'Late', ({ late }) => late],
  ['自身超期', 'Own court', ({ lateOwn }) => lateOwn],
  ['返工', 'Done again', ({ rework }) => rework],
  ['收到督办', 'Orders', ({ orders }) => orders],
  ['已反馈', 'Answered', ({ answers }) => answers],
  ['反馈逾期', 'Ans. late', ({ answersLate }) => answersLate],
  ['免责', 'Exempt', ({ exempt }) => exempt],
  ['剔除', 'Excluded', ({ excluded }) => excluded],
  ['平均小时', 'Mean (h)', ({ meanHours }) => meanHours],
  ['九成小时', 'P90 (h)', ({ p90Hours }) => p90Hours],
];

/** A scorecard to print: the month in figures, and the last months side by side. In both languages, like the workbook. */
export const scorecardPaper = (
  card: ScorecardView,
  months: ScorecardMonthsView,
  { by, asOf }: Pick<ScorecardRequest, 'by' | 'asOf'>,
): Promise<Buffer> => {
  const paper = {
    title: `考核 Scorecard ${card.month}`,
    at: card.frozenAt === undefined ? new Date() : new Date(card.frozenAt),
    margins: MARGINS,
    layout: 'landscape' as const,
  };
  return writePdf(paper, (pdf) => {
    const inside = pdf.page.width - MARGINS.left - MARGINS.right;
    title(pdf, `考核表 Scorecard ${card.month}`, standing(card, asOf));
    const name = {
      heading: GROUPS[by],
      of: (row: { name: ScorecardRow['name'] }) => [row.name.zh, row.name.en] as const,
    };
    table(
      pdf,
      [
        { ...name, width: inside - NUMBERS.length * 48 },
        ...NUMBERS.map(([zh, en, of]) => ({
          heading: [zh, en] as const,
          width: 48,
          of: (row: ScorecardRow) => [String(of(row))] as const,
        })),
      ],
      card.rows,
    );
    pdf.addPage();
    title(
      pdf,
      '近月对比 The last months',
      '自身超期 / 办结；冻结后有更正的，更正后数字列于下行。Late in own court / completed; below, with corrections recorded after the month was frozen.',
    );
    const width = Math.min(54, (inside - 180) / Math.max(1, months.months.length));
    const cellOf = (cells: readonly MonthCell[], month: string): Lines => {
      const cell = cells.find((one) => one.month === month);
      if (cell === undefined) return ['–'];
      const { figures, corrected } = cell;
      const share = ({ lateOwn, completed }: MonthCell['figures']) => `${lateOwn} / ${completed}`;
      return corrected === undefined ? [share(figures)] : [share(figures), `→ ${share(corrected)}`];
    };
    table(
      pdf,
      [
        { ...name, width: inside - width * months.months.length },
        ...months.months.map(({ month, frozenAt }) => ({
          heading: [month, frozenAt === undefined ? '未冻结 open' : ''] as const,
          width,
          of: ({ cells }: { readonly cells: readonly MonthCell[] }) => cellOf(cells, month),
        })),
      ],
      [{ name: { zh: '合计', en: 'All' }, cells: months.total }, ...months.rows],
    );
  });
};

const standing = ({ frozenAt, corrections }: ScorecardView, asOf: ScorecardRequest['asOf']): string => {
  if (frozenAt === undefined) return '本月未冻结，数据随办理增加。 Not frozen: figures grow as work is done.';
  const which =
    asOf === 'frozen'
      ? `冻结数据，其后更正 ${corrections} 项未计入。 As frozen; ${corrections} later corrections are not in it.`
      : `含冻结后更正 ${corrections} 项。 With ${corrections} corrections recorded since.`;
  return `${chineseDate(frozenAt)}冻结。 ${which}`;
};

const title = (pdf: Pdf, words: string, lead: string): void => {
  pdf.fontSize(16).fillColor(INK).text(words, MARGINS.left, pdf.y);
  pdf.moveDown(0.3).fontSize(9).fillColor(QUIET).text(lead).moveDown(0.8);
};

/** The head is repeated on each page; the first column holds names, the others numbers. */
const table = <T>(pdf: Pdf, columns: readonly Column<T>[], rows: readonly T[]): void => {
  let top = pdf.y;
  const line = (cells: readonly Lines[], isHead: boolean): void => {
    let left = MARGINS.left;
    cells.forEach(([first, second], index) => {
      const width = columns[index]?.width ?? 0;
      const place = {
        width: width - 6,
        align: index === 0 ? 'left' : 'right',
        lineBreak: false,
        ellipsis: true,
        height: 12,
      } as const;
      pdf
        .fontSize(9)
        .fillColor(isHead ? QUIET : INK)
        .text(first, left, top + (second === undefined ? 8 : 3), place);
      if (second !== undefined)
        pdf
          .fontSize(7)
          .fillColor(QUIET)
          .text(second, left, top + 15, place);
      left += width;
    });
    top += ROW;
    pdf
      .moveTo(MARGINS.left, top)
      .lineTo(pdf.page.width - MARGINS.right, top)
      .lineWidth(0.5)
      .stroke(LINE);
  };
  const head = (): void =>
    line(
      columns.map(({ heading }) => heading),
      true,
    );
  head();
  for (const row of rows) {
    if (top + ROW > pdf.page.height - MARGINS.bottom) {
      pdf.addPage();
      top = MARGINS.top;
      head();
    }
    line(
      columns.map(({ of }) => of(row)),
      false,
    );
  }
};
