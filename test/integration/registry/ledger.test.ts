import { randomUUID } from 'node:crypto';
import type { LedgerVerdict, Problem, RegisterInstitutionRequest } from '@lianban/contracts';
import { type Answer, City, type Person } from '@lianban/testing';
import exceljs from 'exceljs';
import { gb18030 } from './gb18030.js';

interface Report {
  readonly verdicts: readonly LedgerVerdict[];
  readonly registered: number;
  readonly refused: number;
}

const header = [
  '统一社会信用代码',
  '机构名称',
  '登记类型',
  '登记机关',
  '业务范围',
  '住所',
  '辖区',
  '法定代表人',
  '登记证号',
  '登记日期',
];

const cellsOf = (it: RegisterInstitutionRequest, day = '2026-03-02'): string[] => [
  it.uscc,
  it.nameZh,
  '企业',
  '市场监管局',
  it.businessScope,
  it.address,
  '定海区',
  it.legalRepresentative,
  it.certificateNo,
  day,
];

const csv = (rows: readonly (readonly string[])[], columns: readonly string[] = header): string =>
  [columns, ...rows].map((row) => row.join(',')).join('\r\n');

async function xlsx(rows: readonly (readonly unknown[])[]): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('台账');
  sheet.addRow(header);
  for (const row of rows) sheet.addRow(row);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('a ledger of registrations', () => {
  let city: City;
  let registrar: Person;
  beforeAll(async () => {
    city = await City.open({ withWorker: false });
    registrar = await city.person('market-regulation.dinghai.registrar');
  }, 60_000);
  afterAll(() => city.close());

  const send = (
    bytes: Uint8Array | string,
    { name = 'ledger.csv', query = '', key = randomUUID() } = {},
  ): Promise<Answer<Report & Problem>> =>
    registrar.upload(
      `/api/registry/ledger${query}`,
      name,
      typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
      key,
    );

  const events = async (usccs: readonly string[]): Promise<number> =>
    (await city.database.query(`SELECT FROM outbox WHERE payload #>> '{data,uscc}' = ANY ($1)`, [usccs]))
      .length;

  it('gives each row its verdict; good rows are registered with their events, bad ones leave nothing', async () => {
    const [known, good, other] = [city.registration(), city.registration(), city.registration()];
    await registrar.post('/api/registry/institutions', known);
    const rows = [
      cellsOf(good),
      cellsOf(known),
      cellsOf(good),
      cellsOf({ ...other, uscc: '91330902MA2DEM0010' }),
      cellsOf(other).with(6, '普陀区'),
      cellsOf(other).with(2, '事业单位'),
      cellsOf(other).with(7, ''),
      cellsOf(other, '2100-01-01'),
    ];
    const answer = await send(csv(rows));
    expect(answer.status).toBe(200);
    expect(answer.body.verdicts.map(({ line, verdict }) => [line, verdict])).toEqual([
      [2, 'registered'],
      [3, 'already-registered'],
      [4, 'already-registered'],
      [5, 'refused'],
      [6, 'refused'],
      [7, 'refused'],
      [8, 'refused'],
      [9, 'refused'],
    ]);
    const problems = answer.body.verdicts.flatMap((verdict) =>
      verdict.problems.map(({ field, code }) => [verdict.line, field, code]),
    );
    expect(problems).toEqual([
      [5, 'uscc', 'REGISTRY.USCC_INVALID'],
      [6, 'district', 'REGISTRY.NOT_YOUR_DISTRICT'],
      [7, 'registrationType', 'REGISTRY.TYPE_OF_OTHER_AUTHORITY'],
      [8, 'legalRepresentative', 'REGISTRY.FIELD_MISSING'],
      [9, 'registeredAt', 'REGISTRY.IN_THE_FUTURE'],
    ]);
    expect(answer.body).toMatchObject({ registered: 1, refused: 5 });
    expect(await events([good.uscc, other.uscc])).toBe(1);
    const [row] = await city.database.query<{ registered_at: Date }>(
      'SELECT registered_at FROM institution WHERE uscc = $1',
      [good.uscc],
    );
    expect(row?.registered_at.toISOString()).toBe('2026-03-02T00:30:00.000Z');
  });

  it.each([
    { as: 'UTF-8 with a byte order mark', encode: (text: string) => Buffer.from(`\ufeff${text}`) },
    { as: 'GB 18030', encode: gb18030 },
  ])('reads CSV in $as', async ({ encode }) => {
    const it = city.registration('dinghai', { nameZh: '海之星,托育"园"' });
    const row = cellsOf(it).with(1, '"海之星,托育""园"""');
    const answer = await send(encode(csv([row])));
    expect(answer.body.verdicts).toMatchObject([{ verdict: 'registered', name: '海之星,托育"园"' }]);
  });

  it('reads XLSX with days as dates, and refuses a formula without computing it', async () => {
    const [good, computed] = [city.registration(), city.registration()];
    const formula = { formula: 'HYPERLINK("http://example.invalid","示例")', result: '示例' };
    const bytes = await xlsx([
      cellsOf(good)
        .with(9, '')
        .map((cell, index) => (index === 9 ? new Date('2026-02-28T00:00:00Z') : cell)),
      cellsOf(computed).map((cell, index) => (index === 1 ? formula : cell)),
    ]);
    const answer = await send(bytes, { name: '台账.xlsx' });
    expect(answer.status).toBe(200);
    expect(answer.body.verdicts).toMatchObject([
      { line: 2, verdict: 'registered', uscc: good.uscc },
      { line: 3, verdict: 'refused', problems: [{ field: 'nameZh', code: 'REGISTRY.FIELD_FORMULA' }] },
    ]);
    expect(await events([good.uscc, computed.uscc])).toBe(1);
    const [row] = await city.database.query<{ registered_at: Date }>(
      'SELECT registered_at FROM institution WHERE uscc = $1',
      [good.uscc],
    );
    expect(row?.registered_at.toISOString()).toBe('2026-02-28T00:30:00.000Z');
  });

  it('refuses a formula in CSV as well', async () => {
    const it = city.registration();
    const answer = await send(csv([cellsOf(it).with(5, '=1+1')]));
    expect(answer.body.verdicts).toMatchObject([
      { verdict: 'refused', problems: [{ field: 'address', code: 'REGISTRY.FIELD_FORMULA' }] },
    ]);
  });

  it('registers nothing on a dry run, and the same ledger in earnest afterwards', async () => {
    const it = city.registration();
    const dry = await send(csv([cellsOf(it)]), { query: '?dryRun=1' });
    expect(dry.body.verdicts).toMatchObject([{ verdict: 'registered' }]);
    expect(await events([it.uscc])).toBe(0);
    const earnest = await send(csv([cellsOf(it)]));
    expect(earnest.body).toMatchObject({ registered: 1 });
    expect(await events([it.uscc])).toBe(1);
  });

  it('sent twice at once registers each row once; a repeated key gets the same report', async () => {
    const rows = Array.from({ length: 20 }, () => city.registration());
    const ledger = csv(rows.map((it) => cellsOf(it)));
    const usccs = rows.map(({ uscc }) => uscc);
    const answers = await Promise.all([send(ledger), send(ledger)]);
    const fates = answers.map(({ status, body }) => (status === 200 ? `${body.registered}` : body.code));
    expect(fates).toContain('20');
    expect(['0', 'REGISTRY.LEDGER_OVERTAKEN']).toContain(fates.find((fate) => fate !== '20'));
    expect(await events(usccs)).toBe(20);
    const key = randomUUID();
    const first = await send(ledger, { key });
    const again = await send(ledger, { key });
    expect(again.body).toEqual(first.body);
    const reused = await send(csv([]), { key });
    expect(reused).toMatchObject({ status: 409, body: { code: 'API.IDEMPOTENCY_KEY_REUSED' } });
  });

  it.each([
    { what: 'another header', bytes: 'a,b,c\r\n1,2,3', code: 'REGISTRY.LEDGER_UNREADABLE', status: 400 },
    { what: 'an empty file', bytes: '', code: 'REGISTRY.LEDGER_UNREADABLE', status: 400 },
    {
      what: 'a picture',
      bytes: Buffer.from('89504e470d0a1a0a', 'hex'),
      code: 'REGISTRY.LEDGER_UNREADABLE',
      status: 400,
    },
    {
      what: 'half a zip',
      bytes: Buffer.from('504b030400000000', 'hex'),
      code: 'REGISTRY.LEDGER_UNREADABLE',
      status: 400,
    },
    {
      what: 'broken quotes',
      bytes: `${header.join(',')}\r\n"open`,
      code: 'REGISTRY.LEDGER_UNREADABLE',
      status: 400,
    },
    {
      what: 'more than 2,000 rows',
      bytes: `${header.join(',')}\r\n${'x,\r\n'.repeat(2001)}`,
      code: 'REGISTRY.LEDGER_TOO_LARGE',
      status: 413,
    },
    {
      what: 'more than 10 MB',
      bytes: Buffer.alloc(10 * 1024 * 1024 + 1, 'a'),
      code: 'FILES.TOO_LARGE',
      status: 413,
    },
  ])('refuses $what: $code', async ({ bytes, code, status }) => {
    const answer = await send(bytes);
    expect(answer).toMatchObject({ status, body: { code, status } });
  });

  it('names the columns that a header lacks', async () => {
    const answer = await send(csv([], header.toSpliced(3, 2)));
    expect(answer.body.errors?.map(({ path }) => path)).toEqual(['registrationAuthority', 'businessScope']);
  });

  it('wants a form with a file', async () => {
    const json = await registrar.refused('POST', '/api/registry/ledger', { body: {} });
    expect(json).toMatchObject({ status: 415, code: 'API.UNSUPPORTED_MEDIA_TYPE' });
    const form = new FormData();
    form.append('note', '没有文件');
    const empty = await registrar.refused('POST', '/api/registry/ledger', { body: form });
    expect(empty).toMatchObject({ status: 400, code: 'FILES.MISSING' });
  });

  it('comes with a template that the import understands', async () => {
    const template = await registrar.send('GET', '/api/registry/ledger-template.csv');
    const answer = await send(template.text, { query: '?dryRun=1' });
    expect(answer.body.verdicts).toHaveLength(1);
    expect(answer.body.verdicts[0]?.problems).toEqual([]);
  });
});
