import { randomUUID } from 'node:crypto';
import {
  eventType,
  type CloudEvent,
  type InboundEventView,
  type InboundRefusalRow,
  type Page,
} from '@lianban/contracts';
import { City, type EventSender, Person } from '@lianban/testing';

const olderSecret = `whsec_${Buffer.from('the secret before this one').toString('base64')}`;

const minutes = (count: number): Date => new Date(Date.now() + count * 60_000);

describe('the door for events from other systems', () => {
  let city: City;
  let registrar: EventSender;
  beforeAll(async () => {
    city = await City.open({ withWorker: false });
    registrar = await city.sender('/zhoushan/330902/market-regulation');
    const rotation = 'UPDATE event_source SET secrets = secrets || $2 WHERE source = $1';
    await city.database.query(rotation, [registrar.source, [olderSecret]]);
  }, 60_000);
  afterAll(() => city.close());

  /** What a registrar's system knows of an institution. */
  const registered = (more: Readonly<Record<string, unknown>> = {}): CloudEvent => {
    const { kind: _kind, district, ...facts } = city.registration('dinghai');
    return registrar.event('institution.registered', {
      ...facts,
      institutionId: randomUUID(),
      jurisdiction: district,
      registeredAt: '2026-03-02T09:00:00+08:00',
      ...more,
    });
  };

  const desk = (): Promise<Person> => city.person('admin');

  const lastRefusal = async (): Promise<InboundRefusalRow | undefined> => {
    const page = await (await desk()).get<Page<InboundRefusalRow>>('/api/intake/refusals?limit=1');
    return page.items[0];
  };

  const stored = async (id: string): Promise<number> =>
    (await city.database.query('SELECT FROM inbound_event WHERE id = $1', [id])).length;

  it('accepts a signed event after it is stored, with the institution it announces', async () => {
    const event = registered();
    const answer = await registrar.send(event);
    expect(answer).toMatchObject({
      status: 202,
      body: { id: event.id, source: registrar.source, state: 'accepted', duplicate: false },
    });
    const admin = await desk();
    const path = `/api/intake/events/${encodeURIComponent(registrar.source)}/${event.id}`;
    expect(await admin.get<InboundEventView>(path)).toMatchObject({ state: 'accepted', body: event });
    const account = await Person.signIn(city.url, String(event.data['uscc']));
    expect(await account.get('/api/portal')).toMatchObject({
      institution: { id: event.data['institutionId'], name: event.data['nameZh'] },
    });
  });

  it('knows an event again, however its fields are ordered, and does nothing twice', async () => {
    const event = registered();
    await registrar.send(event);
    const { data, ...context } = event;
    const shuffled = JSON.stringify({ data, ...context }, undefined, 2);
    const again = await registrar.send(event, { body: shuffled });
    expect(again).toMatchObject({ status: 202, body: { id: event.id, duplicate: true } });
    expect(await stored(event.id)).toBe(1);
    const jobs = await city.database.query(`SELECT FROM outbox WHERE payload ->> 'id' = $1`, [event.id]);
    expect(jobs).toHaveLength(1);
  });

  it('stores one of many copies that arrive together', async () => {
    const event = registered();
    const answers = await Promise.all(Array.from({ length: 8 }, () => registrar.send(event)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(202));
    expect(answers.filter(({ body }) => !body.duplicate)).toHaveLength(1);
    expect(await stored(event.id)).toBe(1);
  });

  it('accepts the older secret as well while a source changes to a new one', async () => {
    expect((await registrar.send(registered(), { secret: olderSecret })).status).toBe(202);
    expect((await registrar.send(registered())).status).toBe(202);
  });

  const refusals: readonly {
    readonly what: string;
    readonly status: number;
    readonly code: string;
    readonly send: () => ReturnType<EventSender['send']>;
    readonly places?: readonly string[];
  }[] = [
    {
      what: 'another body under the same id',
      status: 409,
      code: 'INTAKE.BODY_CHANGED',
      send: async () => {
        const event = registered();
        await registrar.send(event);
        return registrar.send({ ...event, data: { ...event.data, nameZh: '改名' } });
      },
    },
    {
      what: 'a signature by another secret',
      status: 401,
      code: 'INTAKE.BAD_SIGNATURE',
      send: () => registrar.send(registered(), { secret: `whsec_${Buffer.alloc(32).toString('base64')}` }),
    },
    {
      what: 'a signature of another body',
      status: 401,
      code: 'INTAKE.BAD_SIGNATURE',
      send: () => registrar.send(registered(), { headers: { 'webhook-id': 'another' } }),
    },
    {
      what: 'a signature made an hour ago',
      status: 401,
      code: 'INTAKE.SIGNATURE_EXPIRED',
      send: () => registrar.send(registered(), { at: minutes(-60) }),
    },
    {
      what: 'a signature of the future',
      status: 401,
      code: 'INTAKE.SIGNATURE_EXPIRED',
      send: () => registrar.send(registered(), { at: minutes(60) }),
    },
    {
      what: 'no signature',
      status: 401,
      code: 'INTAKE.SIGNATURE_MISSING',
      send: () => registrar.send(registered(), { headers: { 'webhook-signature': '' } }),
    },
    {
      what: 'no headers of a webhook',
      status: 401,
      code: 'INTAKE.SIGNATURE_MISSING',
      send: () =>
        registrar.send(registered(), {
          headers: { 'webhook-id': '', 'webhook-timestamp': '', 'webhook-signature': '' },
        }),
    },
    {
      what: 'a source nobody knows',
      status: 401,
      code: 'INTAKE.UNKNOWN_SOURCE',
      send: () => registrar.send({ ...registered(), source: '/zhoushan/330902/unknown' }),
    },
    {
      what: 'the name of another source',
      status: 401,
      code: 'INTAKE.BAD_SIGNATURE',
      send: () => registrar.send({ ...registered(), source: '/zhoushan/330903/market-regulation' }),
    },
    {
      what: 'a type nobody knows',
      status: 400,
      code: 'INTAKE.UNKNOWN_TYPE',
      send: () => registrar.send({ ...registered(), type: eventType('institution.invented') }),
      places: ['/type'],
    },
    {
      what: 'a type this source may not send',
      status: 400,
      code: 'INTAKE.UNKNOWN_TYPE',
      send: () => registrar.send({ ...registered(), type: eventType('nursery-class.approved') }),
      places: ['/type'],
    },
    {
      what: 'half of a body',
      status: 400,
      code: 'INTAKE.MALFORMED',
      send: () => registrar.send(registered(), { body: JSON.stringify(registered()).slice(0, 200) }),
    },
    {
      what: 'no CloudEvent',
      status: 400,
      code: 'INTAKE.MALFORMED',
      send: () => registrar.send({ ...registered(), specversion: '0.3' as '1.0', time: 'yesterday' }),
      places: ['/specversion', '/time'],
    },
    {
      what: 'a NUL character',
      status: 400,
      code: 'INTAKE.MALFORMED',
      send: () => registrar.send(registered({ nameZh: '含\u0000空' })),
    },
    {
      what: 'JSON nested a thousand deep',
      status: 400,
      code: 'INTAKE.MALFORMED',
      send: () => {
        const event = registered();
        const body = JSON.stringify(event).replace(
          '"data":{',
          `"data":{"deep":${'['.repeat(1000)}${']'.repeat(1000)},`,
        );
        return registrar.send(event, { body });
      },
    },
    {
      what: 'data that do not match the schema',
      status: 400,
      code: 'INTAKE.SCHEMA_VIOLATION',
      send: () =>
        registrar.send(registered({ registrationType: 'club', certificateNo: undefined, extra: 1 })),
      places: ['/data/certificateNo', '/data/extra', '/data/registrationType'],
    },
    {
      what: 'more than 256 KB',
      status: 413,
      code: 'INTAKE.TOO_LARGE',
      send: () => registrar.send(registered({ businessScope: 'x'.repeat(300 * 1024) })),
    },
    {
      what: 'another content type',
      status: 415,
      code: 'INTAKE.UNSUPPORTED_MEDIA_TYPE',
      send: () => registrar.send(registered(), { headers: { 'content-type': 'text/xml' } }),
    },
  ];

  it.each(refusals)(
    'refuses $what with $code, and the desk sees it',
    async ({ status, code, send, places }) => {
      const [before] = await city.database.query<{ events: string }>(
        'SELECT count(*) AS events FROM inbound_event',
      );
      const answer = await send();
      expect(answer).toMatchObject({ status, body: { status, code } });
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      if (places) expect(answer.body.errors?.map(({ path }) => path).toSorted()).toEqual(places);
      const refusal = await lastRefusal();
      expect(refusal).toMatchObject({ code });
      for (const place of places ?? []) expect(refusal?.detail).toContain(place);
      const [after] = await city.database.query<{ events: string }>(
        'SELECT count(*) AS events FROM inbound_event',
      );
      const first = code === 'INTAKE.BODY_CHANGED' ? 1 : 0;
      expect(Number(after?.events)).toBe(Number(before?.events) + first);
    },
  );

  it('says what is wrong in the language asked for', async () => {
    const sent = { at: minutes(-60), headers: { 'accept-language': 'zh-CN' } };
    const zh = await registrar.send(registered(), sent);
    expect(zh.body.detail).toMatch(/五分钟/);
    const en = await registrar.send(registered(), { ...sent, headers: { 'accept-language': 'en' } });
    expect(en.body.detail).toMatch(/five minutes/);
  });
});
