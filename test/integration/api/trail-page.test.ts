import type { CaseDetail, EntryProofView, TrailVerdictView, TrailView } from '@lianban/contracts';
import { City, eventually, type Nursery, type Person } from '@lianban/testing';

describe('the sealed trail over the API', () => {
  let city: City;
  let nursery: Nursery;
  let admin: Person;
  let file: CaseDetail;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00' });
    nursery = await city.register();
    await nursery.at('step_2');
    admin = await city.person('admin');
    file = await eventually('every act of the case is sealed', async () => {
      const found = await nursery.caseFile();
      return found.timeline.length > 0 && found.timeline.every(({ batch }) => batch !== undefined) && found;
    });
  }, 90_000);
  afterAll(() => city.close());

  it('says how far it is sealed, anchored and with which key', async () => {
    const trail = await eventually('the batches are anchored', async () => {
      const found = await admin.get<TrailView>('/api/trail');
      return found.anchors.some(({ batch }) => batch === found.batches) && found;
    });
    expect(trail.entries).toBeGreaterThanOrEqual(file.timeline.length);
    expect(trail.keys.map(({ id }) => id)).toContain(trail.keyId);
  });

  it('proves each entry of a case in the batch the timeline names', async () => {
    const entry = file.timeline[0];
    const proof = await (
      await city.person('supervisor.dinghai')
    ).get<EntryProofView>(`/api/trail/entries/${entry?.id}/proof`);
    expect(proof).toMatchObject({ entryId: entry?.id, act: entry?.act, holds: true, caseId: file.id });
    expect(proof.batch.no).toBe(entry?.batch);
  });

  it('an entry that is not there, and a period in which nothing was sealed, are said to be so', async () => {
    expect(
      await admin.refused('GET', '/api/trail/entries/00000000-0000-4000-8000-000000000000/proof'),
    ).toMatchObject({ status: 404, code: 'TRAIL.NOT_SEALED' });
    expect(await admin.refused('GET', '/api/trail/verdict?from=2999-01-01T00:00:00Z')).toMatchObject({
      code: 'TRAIL.NOTHING_SEALED',
    });
  });

  it('is valid, stays so when personal data go on a ground, and is not once somebody writes into it', async () => {
    const verdict = (): Promise<TrailVerdictView> => admin.get<TrailVerdictView>('/api/trail/verdict');
    expect(await verdict()).toMatchObject({ valid: true, found: 0, findings: [], erased: 0 });

    const [erased, edited] = file.timeline;
    await admin.send('POST', '/api/trail/erasures', {
      body: { entries: [erased?.id], ground: '当事人依法申请删除' },
    });
    await eventually('the erasure is sealed', async () => {
      const found = await verdict();
      return found.valid && found.erased === 1;
    });

    await city.database.query(`ALTER TABLE audit DISABLE TRIGGER ALL`);
    await city.database.query(`UPDATE audit SET object_id = 'another' WHERE id = $1`, [edited?.id]);
    expect(await verdict()).toMatchObject({
      valid: false,
      findings: [{ kind: 'edited', batch: edited?.batch, entryId: edited?.id }],
    });
    const proof = await admin.get<EntryProofView>(`/api/trail/entries/${edited?.id}/proof`);
    expect(proof.holds).toBe(false);
  });
});
