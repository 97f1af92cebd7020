import { invalid } from '@lianban/kernel';
import exceljs from 'exceljs';
import type { LedgerLine } from './ledger-line.js';

const megabyte = 1024 * 1024;
const mostUnpacked = 60 * megabyte;
const centralEntry = 0x02014b50;
const centralEnd = 0x06054b50;

/** Formulas are taken as text, never computed. */
export async function readSheet(bytes: Buffer): Promise<LedgerLine[]> {
  if (unpackedSize(bytes) > mostUnpacked) {
    throw invalid('REGISTRY.LEDGER_TOO_LARGE', 'The ledger unpacks to more than 60 MB.');
  }
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  );
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  const lines: LedgerLine[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, line) => {
    const values = Array.isArray(row.values) ? row.values.slice(1, 41) : [];
    // A sparse array: `Array.from` turns its holes into undefined.
    lines.push({ line, cells: Array.from(values, (value) => textOf(value).trim()) });
  });
  return lines;
}

function textOf(value: exceljs.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('formula' in value) return `=${value.formula}`;
  if ('sharedFormula' in value) return `=${value.sharedFormula}`;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return value.text;
  return '';
}

/** What a zip says it unpacks to, from its central directory: a bomb is refused before anything is unpacked. */
function unpackedSize(bytes: Buffer): number {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.length < end + 22 || bytes.readUInt32LE(end) !== centralEnd)
    throw new Error('not a zip file');
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let entries = bytes.readUInt16LE(end + 10); entries > 0; entries -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== centralEntry) throw new Error('not a zip file');
    total += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return total;
}
