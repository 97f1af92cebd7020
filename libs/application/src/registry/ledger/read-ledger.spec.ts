import exceljs from 'exceljs';
import fc from 'fast-check';
import { ledgerTemplate } from './ledger-columns.js';
import { ledgerRows } from './ledger-row.js';
import { mostLedgerRows, readLedger } from './read-ledger.js';

const cells = async (bytes: Buffer): Promise<readonly (readonly string[])[]> =>
  (await readLedger(bytes)).map((line) => line.cells);
const csv = (text: string): Promise<readonly (readonly string[])[]> => cells(Buffer.from(text));

const sheet = async (rows: readonly (readonly exceljs.CellValue[])[]): Promise<Buffer> => {
  const workbook = new exceljs.Workbook();
  const worksheet = workbook.addWorksheet('台账');
  for (const row of rows) worksheet.addRow([...row]);
  workbook.addWorksheet('second').addRow(['never read']);
  return Buffer.from(await workbook.xlsx.writeBuffer());
};

const unreadable = { error: { kind: 'invalid', code: 'REGISTRY.LEDGER_UNREADABLE' } };

describe('a ledger as CSV', () => {
  it('is read with quotes, commas, line breaks and doubled quotes inside of cells', async () => {
    expect(await csv('名称,住所\r\n"甲,乙","一号\n二楼"\r\n"说""好""",三号\r\n')).toEqual([
      ['名称', '住所'],
      ['甲,乙', '一号\n二楼'],
      ['说"好"', '三号'],
    ]);
  });

  it('keeps the number of the line that a person sees in the file', async () => {
    const lines = await readLedger(Buffer.from('a,b\n\n1,"x\ny"\n2,z\n'));
    expect(lines.map(({ line }) => line)).toEqual([1, 4, 5]);
  });

  it('has no byte order mark in its first cell', async () => {
    expect(await csv('\ufeff名称\n甲\n')).toEqual([['名称'], ['甲']]);
  });

  it('is read in GB 18030, as Chinese spreadsheet programs save it', async () => {
    // 名称,舟山 and 𠮷 (four bytes) in GB 18030.
    const bytes = Buffer.from('c3fbb3c62cd6dbc9bd0a9536 9e362c610a'.replaceAll(' ', ''), 'hex');
    const [header, row] = await cells(bytes);
    expect(header).toEqual(['名称', '舟山']);
    expect(row?.[1]).toBe('a');
    expect((row?.[0] ?? '').codePointAt(0)).toBeGreaterThan(0xffff);
  });

  it('has its cells trimmed, its empty lines left out and rows of unequal length as they are', async () => {
    expect(await csv(' a , b \n,,\n\n1\n1,2,3\n')).toEqual([['a', 'b'], ['1'], ['1', '2', '3']]);
  });

  it('is cut after the most rows that are taken, so that one more can be told', async () => {
    const text = `a\n${'x\n'.repeat(mostLedgerRows + 50)}`;
    expect(await csv(text)).toHaveLength(mostLedgerRows + 2);
  });

  it.each([
    ['a quote that never ends', Buffer.from('a,"b\n')],
    ['another kind of file', Buffer.from('%PDF-1.4\u0000\u0001')],
    ['neither UTF-8 nor GB 18030', Buffer.from([0x61, 0xff, 0xff, 0x0a])],
    ['a broken zip', Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(80)])],
  ])('is unreadable where it is %s', async (_what, bytes) => {
    await expect(readLedger(bytes)).rejects.toMatchObject(unreadable);
  });

  it('answers any bytes with lines or with a refusal that says so', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await readLedger(Buffer.from(bytes)).catch((failure: unknown) =>
          expect(failure).toMatchObject(unreadable),
        );
      }),
    );
  });
});

describe('a ledger as XLSX', () => {
  it('is the first sheet, with dates as days, numbers as text and formulas as what they are', async () => {
    const bytes = await sheet([
      ['名称', '日期', '号'],
      ['甲', new Date('2026-03-02T00:00:00Z'), 7],
      [{ richText: [{ text: '示' }, { text: '例' }] }, null, { formula: 'A1&"x"', result: '甲x' }],
      [{ text: '链接', hyperlink: 'https://example.org' }],
    ]);
    expect(await cells(bytes)).toEqual([
      ['名称', '日期', '号'],
      ['甲', '2026-03-02', '7'],
      ['示例', '', '=A1&"x"'],
      ['链接'],
    ]);
  });

  it('is refused before it is unpacked where it says that it is a bomb', async () => {
    const bytes = await sheet([['a']]);
    const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(0x7f_ff_ff_ff, entry + 24);
    await expect(readLedger(bytes)).rejects.toMatchObject({ error: { code: 'REGISTRY.LEDGER_TOO_LARGE' } });
  });
});

describe('rows of a ledger', () => {
  const districts = new Map([['定海区', '330902']]);
  const rows = async (text: string) => ledgerRows(await readLedger(Buffer.from(text)), districts);
  const template = ledgerTemplate();
  const [header = '', example = ''] = template.trim().split('\r\n');

  it('are right in our own template', async () => {
    expect(await rows(template)).toMatchObject([
      {
        line: 2,
        problems: [],
        request: {
          registrationType: 'enterprise',
          registrationAuthority: 'market-regulation',
          district: '330902',
          registeredAt: '2026-03-02T08:30:00+08:00',
        },
      },
    ]);
  });

  it.each(['2026-3-2', '2026/03/02', '2026.3.2', '2026年3月2日'])('understand the day %s', async (day) => {
    const [row] = await rows(`${header}\n${example.replace('2026-03-02', day)}`);
    expect(row?.request?.registeredAt).toBe('2026-03-02T08:30:00+08:00');
  });

  it.each(['昨天', '2026-13-02', '2026-02-45', '2.3.2026'])('refuse the day %s', async (day) => {
    const [row] = await rows(`${header}\n${example.replace('2026-03-02', day)}`);
    expect(row?.problems.map(({ field }) => field)).toEqual(['registeredAt']);
  });

  it('may have columns in any order, under Chinese or English names, and others between them', async () => {
    const names = header.replace('\ufeff', '').split(',');
    const values = example.split(',');
    const turned = `备注,${names.toReversed().join(',')}\nx,${values.toReversed().join(',')}`;
    const [row] = await rows(turned.replace('机构名称', 'nameZh'));
    expect(row?.problems).toEqual([]);
    expect(row?.request?.nameZh).toBe('示例托育园');
  });

  it('cannot be read under a header that lacks a column', async () => {
    await expect(rows(`${header.replace('住所,', '')}\n${example}`)).rejects.toMatchObject({
      error: { code: 'REGISTRY.LEDGER_UNREADABLE', places: [{ path: 'address', line: 1 }] },
    });
  });

  it('name everything that is missing or wrong in one go, formulas first', async () => {
    const [row] = await rows(`${header}\n91350100M000100Y43,=A1,合伙,市场监管,x,y,定海区,,示例-1,`);
    expect(row?.request).toBeUndefined();
    expect(row?.problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'nameZh REGISTRY.FIELD_FORMULA',
      'registrationType REGISTRY.FIELD_INVALID',
      'legalRepresentative REGISTRY.FIELD_MISSING',
    ]);
  });

  it.each(['constructor', '__proto__', 'toString'])('take the word %s for no code of ours', async (word) => {
    const [row] = await rows(`${header}\n${example.replace('企业', word)}`);
    expect(row?.problems.map(({ field }) => field)).toEqual(['registrationType']);
  });
});
