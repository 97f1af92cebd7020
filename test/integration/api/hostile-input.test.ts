import { randomUUID } from 'node:crypto';
import type { CaseDetail, Problem } from '@lianban/contracts';
import { type Answer, City, type Person, type Sending } from '@lianban/testing';
import { nameOf, type Route, routesOf, type Schema } from './routes.js';

/** Streams for as long as somebody listens: judged in the tests of live updates. */
const streams = new Set(['GET /api/live']);
/** Signs the person out who tries it. */
const leaves = new Set(['DELETE /api/session']);

/** Requests under way at the same time. */
const atOnce = 8;

const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;

/** Bodies that no route can make sense of. */
const bodies: readonly { readonly what: string; readonly sending: Sending }[] = [
  { what: 'half of JSON', sending: { body: '{"a":' } },
  { what: 'text', sending: { body: 'not json' } },
  { what: 'null', sending: { body: 'null' } },
  { what: 'a number', sending: { body: '7' } },
  { what: 'a list', sending: { body: '[1,2,3]' } },
  { what: 'an unknown field', sending: { body: '{"unknownField":1}' } },
  { what: 'a prototype', sending: { body: '{"__proto__":{"admin":true},"constructor":{"prototype":{}}}' } },
  { what: 'nesting of 5,000 levels', sending: { body: deep } },
  { what: 'a field nested 5,000 levels', sending: { body: `{"form":{"a":${deep}},"data":${deep}}` } },
  { what: 'more than it may hold', sending: { body: JSON.stringify({ body: 'x'.repeat(400_000) }) } },
  { what: 'XML', sending: { body: '<a/>', headers: { 'content-type': 'text/xml' } } },
  {
    what: 'a form',
    sending: { body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  },
  { what: 'no content type', sending: { body: '{}', headers: { 'content-type': '' } } },
  {
    what: 'half of a multipart form',
    sending: {
      body: '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    },
  },
  {
    what: 'a broken multipart form',
    sending: { body: '--x\r\n', headers: { 'content-type': 'multipart/form-data' } },
  },
];

/** Values that no field of their place takes, or that PostgreSQL cannot hold. */
const values: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  'a\u0000b',
  'half \ud800 a pair',
  '\u202e reversed',
  'x'.repeat(70_000),
  "' OR 1=1 --",
  [],
  [['a']],
  { a: { b: 'c\u0000' } },
];

const parameters = [
  '%00',
  '..%2f..%2fetc%2fpasswd',
  '%ff%fe',
  'x'.repeat(600),
  '%20',
  "'%20OR%201=1",
  randomUUID(),
  'ﬀ',
];

const queries = [
  'unknown=1',
  'limit=0',
  'limit=1e9',
  'limit=5&limit=6',
  'after=%00',
  'after=AAAA',
  `after=${Buffer.from('["2026-01-01",7]').toString('base64url')}`,
  `after=${'x'.repeat(5000)}`,
  'q=%00',
  'q=%25%5C_%27',
  `q=${'x'.repeat(3000)}`,
  'q[]=1',
  'q=%ED%A0%80',
  'box=attic',
  'office=%00',
  'district=%ff',
  'dryRun=perhaps',
];

describe('hostile input at every route', () => {
  let city: City;
  let routes: readonly Route[];
  let people: Readonly<Record<string, Person>>;
  let ids: Readonly<Record<string, string>>;
  beforeAll(async () => {
    city = await City.open();
    const nursery = await city.register();
    const task = await nursery.at('step_2');
    const admin = await city.person('admin');
    const definition = (await admin.get<CaseDetail>(`/api/cases/${task.caseId}`)).definitionId;
    routes = (await routesOf(city.visitor)).filter(
      (route) => !streams.has(nameOf(route)) && !leaves.has(nameOf(route)),
    );
    people = {
      clerk: await city.person('health.dinghai'),
      registrar: await city.person('market-regulation.dinghai.registrar'),
      supervisor: await city.person('supervisor.dinghai'),
      admin,
      institution: await nursery.portal(),
    };
    ids = { tasks: task.id, cases: task.caseId, definitions: definition };
  }, 90_000);
  afterAll(() => city.close());

  const personFor = ({ operation }: Route): Person => {
    const [role] = operation['x-roles'] ?? ['clerk'];
    return (role === undefined ? undefined : people[role]) ?? city.visitor;
  };

  /** The path with things that exist, so that the input reaches as deep as it can. */
  const real = ({ path }: Route): string =>
    path
      .replace(
        /^\/api\/(tasks|cases|definitions)\/\{id\}/,
        (_all, kind: string) => `/api/${kind}/${ids[kind]}`,
      )
      .replace('{resolution}', 'retry')
      .replace('{name}', 'filing')
      .replace('{file}', `${randomUUID()}.pdf`)
      .replaceAll(/\{\w+\}/g, () => randomUUID());

  const faultOf = (answer: Answer<Problem>): string | undefined => {
    const { status, body, headers } = answer;
    if (status >= 500) return `${status} ${answer.text.slice(0, 300)}`;
    if (status < 400) return undefined;
    const type = headers.get('content-type') ?? '';
    if (!type.startsWith('application/problem+json'))
      return `${status} as ${type}: ${answer.text.slice(0, 200)}`;
    if (!/^[A-Z]+\.[A-Z_]+$/.test(body.code) || body.status !== status || body.detail === '')
      return `no proper problem: ${answer.text.slice(0, 300)}`;
    if (body.code === 'API.INVALID_REQUEST' && (body.errors ?? []).some(({ path }) => path === undefined))
      return `no path: ${answer.text.slice(0, 300)}`;
    return undefined;
  };

  const tryAll = async (
    attempts: readonly { readonly what: string; readonly send: () => Promise<Answer<Problem>> }[],
  ): Promise<readonly string[]> => {
    const faults: string[] = [];
    const left = [...attempts];
    const work = async (): Promise<void> => {
      for (let attempt = left.shift(); attempt !== undefined; attempt = left.shift()) {
        const { what, send } = attempt;
        try {
          const fault = faultOf(await send());
          if (fault !== undefined) faults.push(`${what}: ${fault}`);
        } catch (failure) {
          faults.push(`${what}: no answer, ${String(failure)} ${String((failure as Error).cause)}`);
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return faults;
  };

  const changing = (): readonly Route[] => routes.filter(({ method }) => method !== 'GET');

  it('a body nobody can read is a problem with a code, never an error of ours', async () => {
    const faults = await tryAll(
      changing().flatMap((route) =>
        bodies.map(({ what, sending }) => ({
          what: `${nameOf(route)} with ${what}`,
          send: () => personFor(route).send<Problem>(route.method, real(route), sending),
        })),
      ),
    );
    expect(faults).toEqual([]);
  });

  it('a field of a wrong kind is named by its path', async () => {
    const attempts = changing().flatMap((route) => {
      const schema: Schema = route.operation.requestBody?.content['application/json'].schema ?? {};
      return Object.keys(schema.properties ?? {}).flatMap((field) =>
        values.map((value) => ({
          what: `${nameOf(route)} with ${field} = ${JSON.stringify(value)?.slice(0, 60)}`,
          send: () =>
            personFor(route).send<Problem>(route.method, real(route), {
              body: { ...sample(schema), [field]: value },
            }),
        })),
      );
    });
    expect(attempts.length).toBeGreaterThan(200);
    expect(await tryAll(attempts)).toEqual([]);
  });

  it('a parameter nobody expects is a problem with a code', async () => {
    const inPath = routes
      .filter(({ path }) => path.includes('{'))
      .flatMap((route) =>
        parameters.map((value) => ({
          what: `${nameOf(route)} with ${value.slice(0, 40)}`,
          send: () =>
            personFor(route).send<Problem>(
              route.method,
              route.path.replaceAll(/\{\w+\}/g, value),
              route.method === 'GET' ? {} : { body: {} },
            ),
        })),
      );
    const inQuery = routes
      .filter(({ method }) => method === 'GET')
      .flatMap((route) =>
        queries.map((query) => ({
          what: `${nameOf(route)}?${query.slice(0, 40)}`,
          send: () => personFor(route).send<Problem>('GET', `${real(route)}?${query}`),
        })),
      );
    expect(await tryAll([...inPath, ...inQuery])).toEqual([]);
  });

  it('the product still works after all that', async () => {
    expect((await city.visitor.send('GET', '/health/ready')).status).toBe(200);
    const nursery = await city.register('putuo');
    await nursery.at('step_2');
  });

  it('an unknown address, a wrong method and a mutation without a key each have their own answer', async () => {
    const clerk = people['clerk'] ?? city.visitor;
    expect(await clerk.refused('GET', '/api/no-such-thing')).toMatchObject({
      status: 404,
      code: 'API.UNKNOWN_ROUTE',
    });
    expect((await clerk.refused('DELETE', '/api/inbox')).status).toBeLessThan(500);
    const task = ids['tasks'] ?? '';
    for (const key of ['', 'not-a-uuid']) {
      const refused = await clerk.refused('POST', `/api/tasks/${task}/claim`, {
        body: {},
        headers: { 'idempotency-key': key },
      });
      expect(refused).toMatchObject({ status: 400, code: 'API.IDEMPOTENCY_KEY_MISSING' });
    }
    const foreign = await clerk.refused('POST', `/api/tasks/${task}/claim`, {
      body: {},
      headers: { origin: 'https://evil.example' },
    });
    expect(foreign).toMatchObject({ status: 403, code: 'API.FOREIGN_ORIGIN' });
  });
});

/** Something for every field, so that one wrong one stands out. */
const sample = ({ properties = {} }: Schema): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, { type, enum: choices }]) => [
      name,
      choices?.[0] ??
        (type === 'string'
          ? 'text'
          : type === 'integer' || type === 'number'
            ? 1
            : type === 'boolean'
              ? true
              : {}),
    ]),
  );
