import type { CaseDetail, EmergencyListView, EmergencyView } from '@lianban/contracts';
import { City, eventually, type Person } from '@lianban/testing';
import { countedProcess } from './counted-process.js';

interface Turn {
  readonly kind: string;
  readonly holder: string;
  readonly clock: string | undefined;
}

/** 暂停办理 of a case and an emergency over its district, of which one begins or ends while the other lasts. */
describe('a case that is suspended while an emergency begins or ends', () => {
  let city: City;
  let admin: Person;
  beforeAll(async () => {
    city = await City.open({ at: '2026-11-23T09:00:00+08:00' });
    admin = await city.person('admin');
    const clocks = [{ id: 'visit', scope: 'unit' as const, days: 5, stoppedBy: 'force-majeure' }];
    await admin.post('/api/definitions', {
      xml: countedProcess('visit-on-site', clocks),
      manifest: { pack: 'zhoushan-childcare' },
    });
  }, 90_000);
  afterAll(() => city.close());

  const openCase = async (): Promise<string> => {
    const opened = await admin.post<{ case: { id: string } }>('/api/cases', {
      definitionKey: 'visit-on-site',
      title: '现场核实',
      district: '330921',
      data: { startedAt: '2026-11-23T09:00:00+08:00' },
    });
    return opened.case.id;
  };
  const suspend = (id: string): Promise<unknown> =>
    admin.post(`/api/cases/${id}/suspend`, { ground: 'judicial', reason: '诉讼未结' });
  const resume = (id: string): Promise<unknown> =>
    admin.post(`/api/cases/${id}/resume`, { reason: '诉讼已结' });
  const through = (id: string, which: 'stopping' | 'lifting'): Promise<unknown> =>
    eventually(
      `the ${which} is through`,
      async () => {
        const { items } = await admin.get<EmergencyListView>('/api/emergencies');
        return items.find((one) => one.id === id)?.[which]?.state === 'done';
      },
      60_000,
    );
  const enter = async (): Promise<string> => {
    const { id } = await admin.post<EmergencyView>('/api/emergencies', {
      districts: ['330921'],
      document: '岱防指〔2026〕5号',
      reason: '台风',
    });
    await through(id, 'stopping');
    return id;
  };
  const lift = async (id: string): Promise<void> => {
    await admin.post(`/api/emergencies/${id}/lift`, { reason: '复航' });
    await through(id, 'lifting');
  };
  const now = async (caseId: string): Promise<Turn> => {
    const { court, clocks } = await admin.get<CaseDetail>(`/api/cases/${caseId}`);
    const last = court[0]?.intervals.at(-1);
    if (!last) throw new Error('nobody holds the case');
    return { kind: last.kind, holder: last.holder.zh, clock: clocks[0]?.state };
  };

  it('lies with nobody for the emergency when it is resumed, and with the office when that is lifted', async () => {
    const caseId = await openCase();
    await suspend(caseId);
    const id = await enter();
    expect(await now(caseId)).toMatchObject({ kind: 'suspended', clock: 'stopped' });
    await resume(caseId);
    expect(await now(caseId)).toEqual({
      kind: 'suspended',
      holder: expect.stringContaining('不可抗力'),
      clock: 'stopped',
    });
    await lift(id);
    expect(await now(caseId)).toMatchObject({ kind: 'office', clock: 'running' });
  }, 90_000);

  it('lies with the office when it is resumed after an emergency that was there before the suspension', async () => {
    const caseId = await openCase();
    const id = await enter();
    await suspend(caseId);
    await lift(id);
    expect(await now(caseId)).toMatchObject({ kind: 'suspended', clock: 'running' });
    await resume(caseId);
    expect(await now(caseId)).toMatchObject({ kind: 'office', clock: 'running' });
  }, 90_000);

  it('lies with nobody still when the emergency outlasts the suspension', async () => {
    const caseId = await openCase();
    const id = await enter();
    await suspend(caseId);
    await resume(caseId);
    expect(await now(caseId)).toEqual({
      kind: 'suspended',
      holder: expect.stringContaining('不可抗力'),
      clock: 'stopped',
    });
    await lift(id);
    expect(await now(caseId)).toMatchObject({ kind: 'office', clock: 'running' });
  }, 90_000);
});
