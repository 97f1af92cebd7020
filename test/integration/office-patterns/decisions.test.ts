import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '@lianban/contracts';
import { City } from '@lianban/testing';
import { Desk, fixture } from './desk.js';

const dmn = readFileSync(
  join(import.meta.dirname, '..', '..', 'fixtures', 'workflows', 'risk-class.dmn'),
  'utf8',
);

describe('a decision table in a process', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00', withWorker: false });
  }, 90_000);
  afterAll(() => city.close());

  const publish = async (decisions: Readonly<Record<string, string>>) =>
    (await city.person('admin')).send<Problem & { readonly id: string; readonly version: number }>(
      'POST',
      '/api/definitions',
      { body: { xml: fixture('risk-class'), manifest: { pack: 'test' }, decisions } },
    );

  it('is refused at publish where no model has it, or where the model is wrong', async () => {
    const without = await publish({});
    expect(without.body.errors).toMatchObject([{ code: 'BPMN.DECISION_UNKNOWN', elementId: 'risk' }]);
    const wrong = await publish({ 'risk.dmn': dmn.replace('&lt; 50', '&lt; &lt;') });
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors?.[0]).toMatchObject({ message: expect.stringContaining('risk.dmn') });
  });

  it('decides, and the trail keeps the result, the version and the rule', async () => {
    expect((await publish({ 'risk.dmn': dmn })).status).toBe(201);
    const desk = await Desk.open(city, 'risk-class', { places: 80 });
    expect(await desk.stands()).toEqual(['visit']);
    const [made] = await city.database.query<{ after: unknown }>(
      `SELECT after FROM audit WHERE case_id = $1 AND act = 'decision.made'`,
      [desk.caseId],
    );
    expect(made?.after).toMatchObject({
      decision: 'risk_class',
      file: 'risk.dmn',
      version: expect.stringMatching(/^[0-9a-f]{64}$/),
      result: 'high',
      matches: [{ rules: ['rule_large'] }],
    });
    expect(await (await Desk.open(city, 'risk-class', { places: 20 })).stands()).toEqual(['desk']);
  });

  it('is shown to officials as it was published, and a process without decisions has none', async () => {
    const { body } = await publish({ 'risk.dmn': dmn });
    const clerk = await city.person('health.dinghai');
    expect(await clerk.get(`/api/definitions/${body.id}/decisions`)).toEqual([
      { name: 'risk.dmn', xml: dmn },
    ]);
    const [without] = (await clerk.get<readonly { id: string; key: string }[]>('/api/definitions')).filter(
      ({ key }) => key === 'institution-filing',
    );
    expect(await clerk.get(`/api/definitions/${without?.id}/decisions`)).toEqual([]);
  });

  it('another table is another version; a running case stays on its own', async () => {
    const again = await publish({ 'risk.dmn': dmn });
    const other = await publish({ 'risk.dmn': dmn.replaceAll(' 50', ' 10') });
    expect(other.body.version).toBe(again.body.version + 1);
    expect(await (await Desk.open(city, 'risk-class', { places: 20 })).stands()).toEqual(['visit']);
  });
});
