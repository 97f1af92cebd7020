import { invalid } from '@lianban/kernel';
import { parse } from 'csv-parse/sync';
import type { LedgerLine } from './ledger-line.js';
import { readSheet } from './read-sheet.js';

export const mostLedgerRows = 2000;
const mostColumns = 40;

/** CSV in UTF-8 or, as Chinese spreadsheet programs save it, GB 18030; or the first sheet of an XLSX file. */
export async function readLedger(bytes: Buffer): Promise<readonly LedgerLine[]> {
  const isZip = bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));
  try {
    const lines = isZip ? await readSheet(bytes) : readCsv(bytes);
    return lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch (failure) {
    if (failure instanceof Error && failure.name === 'AppException') throw failure;
    throw invalid('REGISTRY.LEDGER_UNREADABLE', 'The ledger cannot be read.', {
      details: { reason: failure instanceof Error ? failure.message.slice(0, 200) : 'unknown' },
    });
  }
}

function readCsv(bytes: Buffer): LedgerLine[] {
  const text = decode(bytes);
  // Control signs mean another kind of file under a wrong name.
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text.slice(0, 4096))) throw new Error('not a text file');
  const records = parse(text, {
    bom: true,
    info: true,
    relax_column_count: true,
    max_record_size: 20_000,
    to: mostLedgerRows + 2,
    trim: true,
    skip_empty_lines: true,
  }) as unknown as readonly {
    readonly record: readonly string[];
    readonly info: { readonly lines: number };
  }[];
  return records.map(({ record, info }) => ({ line: info.lines, cells: record.slice(0, mostColumns) }));
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}
