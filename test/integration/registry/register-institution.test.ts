import { randomUUID } from 'node:crypto';
import { eventType, type InstitutionRow, type Problem } from '@lianban/contracts';
import { City } from '@lianban/testing';

const route = '/api/registry/institutions';

const authorities = [
  { authority: 'market-regulation', type: 'enterprise' },
  { authority: 'civil-affairs', type: 'ngo' },
  { authority: 'staffing-office', type: 'public' },
] as const;

interface Traces {
  readonly institutions: string;
  readonly accounts: string;
  readonly events: string;
  readonly trail: string;
}

describe('registering an institution at the counter', () => {
  let city: City;
  beforeAll(async () => {
    // Nothing is delivered meanwhile, so that rows keep the transaction that wrote them.
    city = await City.open({ withWorker: false });
  }, 60_000);
  afterAll(() => city.close());

  const traces = async (): Promise<Traces> => {
    const [row] = await city.database.query<Traces>(`SELECT
      (SELECT count(*) FROM institution) AS institutions, (SELECT count(*) FROM app_user) AS accounts,
      (SELECT count(*) FROM outbox) AS events, (SELECT count(*) FROM audit) AS trail`);
    if (row === undefined) throw new Error('a count always has a row');
    return row;
  };

  it.each(authorities)(
    '$authority registers its own kind: row, event, account and trail in one transaction',
    async ({ authority, type }) => {
      const registrar = await city.person(`${authority}.putuo.registrar`);
      const request = city.registration('putuo', {
        registrationAuthority: authority,
        registrationType: type,
        registeredAt: '2026-01-05T10:00:00+08:00',
      });
      const row = await registrar.post<InstitutionRow>(route, request);
      expect(row).toMatchObject({
        uscc: request.uscc,
        name: request.nameZh,
        district: '330903',
        registrationAuthority: authority,
        registeredAt: '2026-01-05T02:00:00.000Z',
      });
      const written = await city.database.query<{ what: string; xid: string }>(
        `SELECT 'institution' AS what, xmin::text AS xid FROM institution WHERE id = $1
       UNION ALL SELECT 'event', xmin::text FROM outbox WHERE payload #>> '{data,institutionId}' = $1::text
       UNION ALL SELECT 'account', xmin::text FROM app_user WHERE institution_id = $1
       UNION ALL SELECT 'trail', xmin::text FROM audit WHERE object_id = $1::text AND act = 'institution.registered'`,
        [row.id],
      );
      expect(written.map(({ what }) => what)).toEqual(['institution', 'event', 'account', 'trail']);
      expect(new Set(written.map(({ xid }) => xid)).size).toBe(1);
      const [event] = await city.database.query<{ payload: object }>(
        `SELECT payload FROM outbox WHERE payload #>> '{data,institutionId}' = $1`,
        [row.id],
      );
      expect(event?.payload).toMatchObject({
        specversion: '1.0',
        type: eventType('institution.registered'),
        source: `/zhoushan/330903/${authority}`,
        subject: `institution/${request.uscc}`,
        data: {
          uscc: request.uscc,
          registrationType: type,
          jurisdiction: '330903',
          registeredAt: '2026-01-05T10:00:00+08:00',
        },
      });
    },
  );

  it.each([
    { who: 'visitor', status: 401, code: 'AUTH.NO_SESSION' },
    { who: 'health.dinghai', status: 403, code: 'AUTH.NOT_ALLOWED' },
    { who: 'market-regulation.dinghai', status: 403, code: 'AUTH.NOT_ALLOWED' },
    { who: 'supervisor.dinghai', status: 403, code: 'AUTH.NOT_ALLOWED' },
    { who: 'admin', status: 403, code: 'AUTH.NOT_ALLOWED' },
    { who: '91330902MA2DEM001P', status: 403, code: 'AUTH.NOT_ALLOWED' },
    { who: 'civil-affairs.dinghai.registrar', status: 403, code: 'REGISTRY.NOT_YOUR_AUTHORITY' },
    { who: 'market-regulation.putuo.registrar', status: 403, code: 'REGISTRY.NOT_YOUR_DISTRICT' },
  ])('is not for $who: $code', async ({ who, status, code }) => {
    const before = await traces();
    const person = who === 'visitor' ? city.visitor : await city.person(who);
    const problem = await person.refused('POST', route, { body: city.registration('dinghai') });
    expect(problem).toMatchObject({ status, code });
    expect(await traces()).toEqual(before);
  });

  it('names every field that is not as required, and leaves nothing behind', async () => {
    const before = await traces();
    const registrar = await city.person('market-regulation.dinghai.registrar');
    const wrong = await registrar.refused('POST', route, {
      body: city.registration('dinghai', {
        uscc: '91330902MA2DEM0010',
        registrationType: 'ngo',
        registeredAt: '2100-01-01T00:00:00+08:00',
      }),
    });
    expect(wrong).toMatchObject({ status: 400, code: 'REGISTRY.INVALID' });
    expect(wrong.errors?.map(({ path, code }) => [path, code])).toEqual([
      ['/uscc', 'REGISTRY.USCC_INVALID'],
      ['/registrationType', 'REGISTRY.TYPE_OF_OTHER_AUTHORITY'],
      ['/registeredAt', 'REGISTRY.IN_THE_FUTURE'],
    ]);
    const short = await registrar.refused('POST', route, {
      body: { ...city.registration('dinghai'), uscc: '123', address: ' ', rank: 1 },
    });
    expect(short).toMatchObject({ status: 400, code: 'API.INVALID_REQUEST' });
    expect(short.errors?.map(({ path }) => path).toSorted()).toEqual(['/address', '/rank', '/uscc']);
    expect(await traces()).toEqual(before);
  });

  it('knows a credit code once, also where two send it at the same moment', async () => {
    const registrar = await city.person('market-regulation.dinghai.registrar');
    const request = city.registration('dinghai');
    const answers = await Promise.all(
      [1, 2].map(() => registrar.send<InstitutionRow & Problem>('POST', route, { body: request })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const again = await registrar.refused('POST', route, { body: { ...request, nameZh: '另一个名称' } });
    expect(again).toMatchObject({ status: 409, code: 'REGISTRY.ALREADY_REGISTERED' });
    expect(again.errors?.[0]?.path).toBe('/uscc');
    const rows = await city.database.query('SELECT FROM institution WHERE uscc = $1', [request.uscc]);
    expect(rows).toHaveLength(1);
  });

  it('answers a repeated key as before, and refuses the key for another body', async () => {
    const registrar = await city.person('market-regulation.dinghai.registrar');
    const request = city.registration('dinghai');
    const key = randomUUID();
    const [first, second] = await Promise.all([
      registrar.post<InstitutionRow>(route, request, key),
      registrar.post<InstitutionRow>(route, request, key),
    ]);
    expect(second).toEqual(first);
    const reused = await registrar.refused('POST', route, { body: city.registration('dinghai'), key });
    expect(reused).toMatchObject({ status: 409, code: 'API.IDEMPOTENCY_KEY_REUSED' });
    const missing = await registrar.refused('POST', route, {
      body: request,
      headers: { 'idempotency-key': '' },
    });
    expect(missing).toMatchObject({ status: 400, code: 'API.IDEMPOTENCY_KEY_MISSING' });
  });

  it('lists what one may see, latest first, and finds by code and by name', async () => {
    const registrar = await city.person('market-regulation.daishan.registrar');
    const made: InstitutionRow[] = [];
    for (const name of ['岱山甲托育园', '岱山乙托育园', '岱山丙托育园']) {
      made.push(await registrar.post<InstitutionRow>(route, city.registration('daishan', { nameZh: name })));
    }
    const first = await registrar.get<{ items: InstitutionRow[]; next: string }>(`${route}?limit=2`);
    expect(first.items.map(({ name }) => name)).toEqual(['岱山丙托育园', '岱山乙托育园']);
    const rest = await registrar.get<{ items: InstitutionRow[] }>(
      `${route}?limit=2&after=${encodeURIComponent(first.next)}`,
    );
    expect(rest.items.map(({ name }) => name)).toEqual(['岱山甲托育园']);
    const found = await registrar.get<{ items: InstitutionRow[] }>(
      `${route}?q=${encodeURIComponent('乙托')}`,
    );
    expect(found.items.map(({ id }) => id)).toEqual([made[1]?.id]);
    const elsewhere = await city.person('health.putuo');
    const theirs = await elsewhere.get<{ items: InstitutionRow[] }>(`${route}?q=${made[0]?.uscc ?? ''}`);
    expect(theirs.items).toEqual([]);
  });
});
