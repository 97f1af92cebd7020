import { randomUUID } from 'node:crypto';
import type { CasePreview, CaseTokens } from '@lianban/contracts';
import { City } from '@lianban/testing';
import { changedBetween, changedBy, Desk, publish } from '../office-patterns/desk.js';

const reason = '误填结果，按纪要更正';

describe('an administrator on a running case', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00', withWorker: false });
    await publish(city, 'joint-approval');
    await publish(city, 'countersign');
  }, 90_000);
  afterAll(() => city.close());

  const admin = () => city.person('admin');
  const tokens = async (desk: Desk): Promise<CaseTokens> =>
    (await admin()).get(`/api/cases/${desk.caseId}/tokens`);
  const operate = async (desk: Desk, operation: Readonly<Record<string, unknown>>) =>
    (await admin()).send('POST', `/api/cases/${desk.caseId}/operations`, { body: { reason, ...operation } });

  it('sees where it stands and moves it, as the preview said, with the reason in the trail', async () => {
    const desk = await Desk.open(city, 'joint-approval');
    const [token] = (await tokens(desk)).tokens;
    expect(token).toMatchObject({
      node: 'draft',
      type: 'userTask',
      scope: 'root',
      since: expect.any(String),
      task: { office: { en: expect.stringContaining('Health') } },
    });
    expect((await tokens(desk)).targets.map(({ node }) => node)).toEqual(
      expect.arrayContaining(['issue', 'review']),
    );
    const operation = { kind: 'move-token', token: token?.id, node: 'issue', reason };
    const before = await desk.file();
    const preview = await (
      await admin()
    ).post<CasePreview>(`/api/cases/${desk.caseId}/operations/preview`, operation);
    expect(preview).toMatchObject({
      opens: [{ name: { en: 'Sign and issue' } }],
      cancels: [{ name: { en: 'Draft' } }],
    });
    expect((await operate(desk, operation)).status).toBe(200);
    const after = await desk.file();
    expect(changedBy(preview)).toEqual(changedBetween(before, after));
    expect(await desk.stands()).toEqual(['issue']);
    expect(after.timeline.find(({ act }) => act === 'token.moved')).toMatchObject({ opinion: reason });
    const [audit] = await city.database.query<{ before: unknown; after: unknown; ground: string }>(
      `SELECT before, after, ground FROM audit WHERE case_id = $1 AND act = 'token.moved'`,
      [desk.caseId],
    );
    expect(audit).toEqual({
      before: { node: 'draft' },
      after: { node: 'issue', to: 'issue' },
      ground: reason,
    });
  });

  it('adds and cancels a token; the last one stays', async () => {
    const desk = await Desk.open(city, 'joint-approval');
    expect((await operate(desk, { kind: 'insert-token', node: 'market' })).status).toBe(200);
    expect(await desk.stands()).toEqual(['draft', 'market']);
    const find = async (node: string) => (await tokens(desk)).tokens.find((token) => token.node === node)?.id;
    expect((await operate(desk, { kind: 'cancel-token', token: await find('market') })).status).toBe(200);
    const last = await operate(desk, { kind: 'cancel-token', token: await find('draft') });
    expect(last).toMatchObject({ status: 409, body: { code: 'CASES.LAST_TOKEN' } });
    expect(
      await operate(desk, { kind: 'move-token', token: await find('draft'), node: 'join' }),
    ).toMatchObject({
      status: 400,
      body: { code: 'CASES.NO_SUCH_TARGET' },
    });
  });

  it('changes data: before and after stand in the trail, and a double click counts once', async () => {
    const desk = await Desk.open(city, 'countersign', { signers: ['fire'], note: { n: 1 } });
    const body = { kind: 'set-data', values: { signers: ['fire', 'education'], fresh: true }, reason };
    const key = randomUUID();
    const path = `/api/cases/${desk.caseId}/operations`;
    const person = await admin();
    await person.post(path, body, key);
    await person.post(path, body, key);
    const changes = await city.database.query(
      `SELECT before, after FROM audit WHERE case_id = $1 AND act = 'data.changed'`,
      [desk.caseId],
    );
    expect(changes).toEqual([
      { before: { signers: ['fire'], fresh: null }, after: { signers: ['fire', 'education'], fresh: true } },
    ]);
    await desk.complete('prepare');
    expect(await desk.tasks('sign')).toHaveLength(2);
  });

  it('adds and removes signers no more than anybody else: that is for the office that leads', async () => {
    const desk = await Desk.open(city, 'countersign', { signers: ['fire', 'education'] });
    await desk.complete('prepare');
    const [task] = await desk.tasks('sign');
    const lead = await city.person('health.dinghai');
    const add = { signer: 'market-regulation', reason: '涉及登记信息' };
    const fire = await city.person('fire.dinghai');
    expect(await fire.refused('POST', `/api/tasks/${task?.id}/add-signer`, { body: add })).toMatchObject({
      code: 'ACTS.NOT_THE_LEAD',
    });
    expect(
      await lead.refused('POST', `/api/tasks/${task?.id}/add-signer`, { body: { ...add, signer: 'nobody' } }),
    ).toMatchObject({ code: 'ACTS.SIGNER_UNKNOWN' });
    const before = await desk.file();
    const preview = await lead.post<CasePreview>(`/api/tasks/${task?.id}/add-signer/preview`, add);
    await lead.post(`/api/tasks/${task?.id}/add-signer`, add);
    expect(changedBy(preview)).toEqual(changedBetween(before, await desk.file()));
    expect(await lead.refused('POST', `/api/tasks/${task?.id}/add-signer`, { body: add })).toMatchObject({
      code: 'ACTS.SIGNER_ALREADY',
    });
    expect((await desk.file()).signings).toMatchObject([{ total: 3, needed: 2 }]);
    const added = (await desk.tasks('sign')).find(({ instance }) => instance?.item === add.signer);
    await lead.post(`/api/tasks/${added?.id}/remove-signer`, { reason: '不涉及' });
    const [round] = (await desk.file()).signings;
    expect(round).toMatchObject({ total: 2, open: true });
    expect(round?.signers.map(({ status }) => status)).toEqual(['open', 'open', 'removed']);
  });

  it('is an administrator', async () => {
    const desk = await Desk.open(city, 'joint-approval');
    for (const username of ['supervisor.dinghai', 'health.dinghai']) {
      const person = await city.person(username);
      expect(await person.refused('GET', `/api/cases/${desk.caseId}/tokens`)).toMatchObject({ status: 403 });
      const body = { kind: 'insert-token', node: 'issue', reason };
      expect(await person.refused('POST', `/api/cases/${desk.caseId}/operations`, { body })).toMatchObject({
        status: 403,
      });
    }
  });
});
