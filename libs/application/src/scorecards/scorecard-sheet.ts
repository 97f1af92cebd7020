import type { ScorecardRow, ScorecardView } from '@lianban/contracts';
import exceljs from 'exceljs';

const COLUMNS: readonly (readonly [heading: string, of: (row: ScorecardRow) => number])[] = [
  ['办结 Completed', ({ completed }) => completed],
  ['按期 On time', ({ onTime }) => onTime],
  ['超期 Late', ({ late }) => late],
  ['自身超期 Late in own court', ({ lateOwn }) => lateOwn],
  ['返工 Done again', ({ rework }) => rework],
  ['收到督办 Orders received', ({ orders }) => orders],
  ['已反馈 Answered', ({ answers }) => answers],
  ['反馈逾期 Answered late', ({ answersLate }) => answersLate],
  ['免责 Exempt', ({ exempt }) => exempt],
  ['剔除 Excluded', ({ excluded }) => excluded],
  ['平均用时（小时）Mean hours', ({ meanHours }) => meanHours],
  ['九成用时（小时）P90 hours', ({ p90Hours }) => p90Hours],
];

/** A scorecard as a workbook. Names are cells of text, so that none of them is ever computed as a formula. */
export async function scorecardSheet({ month, frozenAt, rows }: ScorecardView): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(month, { views: [{ state: 'frozen', xSplit: 2, ySplit: 2 }] });
  sheet.addRow([
    `考核 Scorecard ${month}`,
    frozenAt === undefined ? '未冻结 not frozen' : `冻结于 frozen at ${frozenAt}`,
  ]);
  sheet.addRow(['名称', 'Name', ...COLUMNS.map(([heading]) => heading)]).font = { bold: true };
  for (const row of rows) sheet.addRow([row.name.zh, row.name.en, ...COLUMNS.map(([, of]) => of(row))]);
  sheet.columns.forEach((column, index) => {
    column.width = index < 2 ? 36 : 16;
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
