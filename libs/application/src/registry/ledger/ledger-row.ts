import { registerInstitutionRequest, type RegisterInstitutionRequest, type Text2 } from '@lianban/contracts';
import { invalid } from '@lianban/kernel';
import { ledgerColumns, ledgerWords } from './ledger-columns.js';
import type { LedgerLine } from './ledger-line.js';

interface RowProblem {
  readonly field: string;
  readonly code: string;
  readonly message: Text2;
}

export interface LedgerRow {
  readonly line: number;
  readonly uscc: string;
  readonly name: string;
  readonly request?: RegisterInstitutionRequest;
  readonly problems: readonly RowProblem[];
}

export type DistrictNames = ReadonlyMap<string, string>;

/** Rows under the header, read by name of column, so that an office may order or add columns as it likes. */
export function ledgerRows(lines: readonly LedgerLine[], districts: DistrictNames): LedgerRow[] {
  const [header, ...body] = lines;
  const fields = (header?.cells ?? []).map(
    (cell) => ledgerColumns.find(({ field, zh }) => cell === zh || cell === field)?.field,
  );
  const absent = ledgerColumns.filter(({ field }) => field !== 'registeredAt' && !fields.includes(field));
  if (absent.length > 0) {
    throw invalid('REGISTRY.LEDGER_UNREADABLE', 'The header lacks columns.', {
      places: absent.map(({ field, zh }) => ({
        path: field,
        line: header?.line ?? 1,
        message: `column ${zh} is missing`,
      })),
    });
  }
  return body.map((line) => ledgerRow(line, fields, districts));
}

function ledgerRow(
  line: LedgerLine,
  fields: readonly (string | undefined)[],
  districts: DistrictNames,
): LedgerRow {
  const raw: Record<string, string> = {};
  const formulas: string[] = [];
  for (const [index, field] of fields.entries()) {
    const cell = line.cells[index] ?? '';
    if (field === undefined || cell === '') continue;
    raw[field] = wordToCode(field, cell, districts);
    if (cell.startsWith('=')) formulas.push(field);
  }
  const known = {
    line: line.line,
    uscc: (raw['uscc'] ?? '').slice(0, 40),
    name: (raw['nameZh'] ?? '').slice(0, 120),
  };
  const parsed = registerInstitutionRequest.safeParse(raw);
  if (parsed.success && formulas.length === 0)
    return { ...known, uscc: parsed.data.uscc, request: parsed.data, problems: [] };
  const faults = (parsed.error?.issues ?? []).filter(({ path }) => !formulas.includes(String(path[0] ?? '')));
  return {
    ...known,
    problems: [
      ...formulas.map(formulaProblem),
      ...faults.map(({ path, code, message }) =>
        fieldProblem(String(path[0] ?? ''), raw, `${code}: ${message}`),
      ),
    ],
  };
}

/** What a formula gives depends on the sheet it stands in, and a name that is one would be computed by whoever opens it. */
const formulaProblem = (field: string): RowProblem => ({
  field,
  code: 'REGISTRY.FIELD_FORMULA',
  message: { zh: '单元格是公式，请粘贴为数值', en: 'the cell holds a formula: paste it as a value' },
});

const fieldProblem = (field: string, raw: Readonly<Record<string, string>>, reason: string): RowProblem =>
  raw[field] === undefined
    ? { field, code: 'REGISTRY.FIELD_MISSING', message: { zh: '必填', en: 'required' } }
    : { field, code: 'REGISTRY.FIELD_INVALID', message: { zh: '内容不符合要求', en: reason } };

function wordToCode(field: string, cell: string, districts: DistrictNames): string {
  if (field === 'district') return districts.get(cell) ?? cell;
  if (field === 'registeredAt') return dayOf(cell);
  return ledgerWords[field as keyof typeof ledgerWords]?.[cell] ?? cell;
}

/** A day as offices write it: the start of office hours there. */
function dayOf(cell: string): string {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell) ?? [];
  if (year === undefined || month === undefined || day === undefined) return cell;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T08:30:00+08:00`;
}
