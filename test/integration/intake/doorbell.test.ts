import { randomUUID } from 'node:crypto';
import { OUTBOX_BELL } from '@lianban/contracts';
import { City, type EventSender, eventually } from '@lianban/testing';
import { Client } from 'pg';

/** Without workers nobody rings but the api: a ring that is forgotten would cost a second, and nobody would see it. */
describe('what comes from outside calls the relay at once', () => {
  let city: City;
  let authority: EventSender;
  let listener: Client;
  let rings = 0;
  beforeAll(async () => {
    city = await City.open({ withWorker: false });
    authority = await city.sender('/zhoushan/330902/market-regulation');
    listener = new Client({ connectionString: city.database.url });
    await listener.connect();
    listener.on('notification', () => (rings += 1));
    await listener.query(`LISTEN ${OUTBOX_BELL}`);
  }, 60_000);
  afterAll(async () => {
    await listener.end();
    await city.close();
  });

  const rung = async <T>(act: Promise<T>): Promise<T> => {
    const before = rings;
    const result = await act;
    await eventually('the relay is called', () => Promise.resolve(rings > before));
    return result;
  };

  it('an event, and its replay', async () => {
    const { kind: _kind, district, ...facts } = city.registration();
    const event = authority.event('institution.registered', {
      ...facts,
      institutionId: randomUUID(),
      jurisdiction: district,
      registeredAt: '2026-03-02T09:00:00+08:00',
    });
    expect((await rung(authority.send(event))).status).toBe(202);
    await city.database.query(`UPDATE inbound_event SET state = 'unmatched' WHERE id = $1`, [event.id]);
    const admin = await city.person('admin');
    await rung(admin.post(`/api/intake/events/${encodeURIComponent(event.source)}/${event.id}/replay`, {}));
  });

  it('a registration at the counter, and one in a ledger', async () => {
    await rung(city.register());
    const row = city.registration();
    const registrar = await city.person('market-regulation.dinghai.registrar');
    const header =
      '统一社会信用代码,机构名称,登记类型,登记机关,业务范围,住所,辖区,法定代表人,登记证号,登记日期';
    const line = `${row.uscc},${row.nameZh},企业,市场监管局,${row.businessScope},${row.address},定海区,${row.legalRepresentative},${row.certificateNo},2026-03-02`;
    const ledger = Buffer.from(`${header}\r\n${line}`);
    const answer = await rung(registrar.upload('/api/registry/ledger', 'ledger.csv', ledger, randomUUID()));
    expect(answer.body).toMatchObject({ registered: 1 });
  });

  it('a filing', async () => {
    const nursery = await rung(city.register());
    await rung(nursery.file());
  });
});
