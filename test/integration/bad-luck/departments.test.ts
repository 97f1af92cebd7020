import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { IncidentView } from '@lianban/contracts';
import {
  City,
  eventually,
  type Nursery,
  type Person,
  type SystemCall,
  type SystemMode,
} from '@lianban/testing';
import { lengths, timeLimit } from './lengths.js';

interface EffectRow {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly late: unknown;
}

let city: City;
beforeAll(async () => {
  // The policy of production with its pauses of a minute shortened to two seconds.
  city = await City.open({ env: { CONDUCTOR_GIVE_UP_SECONDS: '3600' }, patience: lengths.patience });
}, 180_000);
afterAll(() => city.close(), 60_000);

const effectsOf = (nursery: Nursery): Promise<EffectRow[]> =>
  city.database.query<EffectRow>(
    `SELECT e.id, e.state, e.attempts, e.late_result AS late FROM effect e JOIN case_file c ON c.id = e.case_id
     WHERE c.business_key = $1 ORDER BY e.created_at, e.id`,
    [nursery.id],
  );

const callsFor = async (id: string | undefined): Promise<readonly SystemCall[]> =>
  (await city.departments.journal()).filter(({ key }) => key === id);

const incidentOf = async (nursery: Nursery): Promise<IncidentView> => {
  const caseId = await nursery.caseId();
  const admin = await city.person('admin');
  return eventually(
    `${nursery.row.name} has an incident`,
    async () => (await openIncidents(admin)).find((it) => it.caseId === caseId),
    60_000,
  );
};

const openIncidents = async (admin: Person): Promise<IncidentView[]> => {
  const incidents = await admin.get<IncidentView[]>('/api/incidents');
  return incidents.filter(({ resolvedAt }) => resolvedAt === undefined);
};

describe('the health commission’s system', () => {
  it.each<[SystemMode, number]>([
    ['slow', 0],
    ['failing', lengths.departmentsAway],
    ['down', lengths.departmentsAway],
  ])(
    '%s: the push is tried until it is through, and has one effect',
    async (mode, away) => {
      await city.departments.set('health-commission', mode);
      const nursery = await city.register();
      await nursery.caseId();
      await pause(away);
      await city.departments.set('health-commission', 'ok');
      await nursery.at('step_2');
      const [effect, ...more] = await effectsOf(nursery);
      expect(more).toEqual([]);
      expect(effect?.state).toBe('done');
      const calls = await callsFor(effect?.id);
      expect(calls.filter((call) => call.effect)).toHaveLength(1);
      expect(calls.length > 1).toBe(away > 0);
    },
    timeLimit(lengths.departmentsAway),
  );

  it('refusing: the registration authority corrects, and the push is made anew', async () => {
    await city.departments.set('health-commission', 'reject');
    const nursery = await city.register();
    await nursery.at('step_1m');
    await city.departments.set('health-commission', 'ok');
    const { officeId, id, version } = await nursery.at('step_1m');
    const clerk = await city.clerkOf(officeId);
    await clerk.post(`/api/tasks/${id}/complete`, {
      version,
      outcome: 'corrected',
      form: { note: '登记信息已更正' },
    });
    await nursery.at('step_2');
    expect((await effectsOf(nursery)).map(({ state }) => state)).toEqual(['done', 'done']);
  }, 60_000);

  it('answering when the case has gone on: the answer is kept and moves nothing', async () => {
    await city.departments.set('health-commission', 'slow');
    const nursery = await city.register();
    const effect = await eventually(
      'the call is under way',
      async () => (await effectsOf(nursery))[0],
      30_000,
    );
    // What an event that takes the step away does to its effect.
    await city.database.query(`UPDATE effect SET state = 'cancelled' WHERE id = $1`, [effect.id]);
    const late = await eventually(
      'the late answer is kept',
      async () => {
        const [row] = await effectsOf(nursery);
        return row?.late ? row : undefined;
      },
      60_000,
    ).catch(() => undefined);
    await city.departments.set('health-commission', 'ok');
    const called = await callsFor(effect.id);
    // Where the cancel came first, nobody was called at all.
    expect(late === undefined ? called : [late.state, late.late]).toEqual(
      late === undefined ? [] : ['cancelled', expect.objectContaining({ kind: 'done' })],
    );
    expect(await nursery.openTasks()).toEqual([]);
  }, 120_000);
});

describe('when the policy has given up, a person', () => {
  const nurseries: Nursery[] = [];
  const resolve = async (nursery: Nursery, resolution: string, more: object = {}): Promise<void> => {
    const { id } = await incidentOf(nursery);
    const admin = await city.person('admin');
    await admin.post(`/api/incidents/${id}/${resolution}`, { note: '人工处理', ...more });
  };

  beforeAll(async () => {
    await city.product.worker.stop();
    await city.product.startAnotherWorker({ CONDUCTOR_GIVE_UP_SECONDS: '5' });
    await city.departments.set('health-commission', 'failing');
    for (let count = 0; count < 4; count += 1) nurseries.push(await city.register());
    for (const nursery of nurseries) await incidentOf(nursery);
    await city.departments.set('health-commission', 'ok');
  }, 180_000);

  const nth = (index: number): Nursery => {
    const nursery = nurseries[index];
    if (nursery === undefined) throw new Error('there are four');
    return nursery;
  };

  it('sees what failed, how often and why', async () => {
    expect(await incidentOf(nth(0))).toMatchObject({
      node: 'step_1',
      code: 'EFFECTS.GAVE_UP',
      message: expect.stringContaining('503'),
      attempts: expect.any(Number),
    });
  });

  it('retries: the same request goes out again under its key', async () => {
    const [effect] = await effectsOf(nth(0));
    await resolve(nth(0), 'retry');
    await nth(0).at('step_2');
    expect(await effectsOf(nth(0))).toMatchObject([{ id: effect?.id, state: 'done' }]);
    expect((await callsFor(effect?.id)).filter((call) => call.effect)).toHaveLength(1);
  }, 60_000);

  it('skips: the case goes on without the other system', async () => {
    const [effect] = await effectsOf(nth(1));
    await resolve(nth(1), 'skip');
    await nth(1).at('step_2');
    expect((await callsFor(effect?.id)).filter((call) => call.effect)).toEqual([]);
  }, 60_000);

  it('answers by hand: the case takes the answer for the other system’s', async () => {
    await resolve(nth(2), 'answer', { data: { acceptedAt: '2026-03-02T09:00:00+08:00' } });
    await nth(2).at('step_2');
    const [row] = await city.database.query<{ result: object }>(
      `SELECT case_data(id) -> 'step_1' -> 'result' AS result FROM case_file WHERE id = $1`,
      [await nth(2).caseId()],
    );
    expect(row?.result).toEqual({
      acceptedAt: '2026-03-02T09:00:00+08:00',
      byHand: true,
      note: '人工处理',
    });
  }, 60_000);

  it('does it once: the repeated key gets the same answer, another person is told', async () => {
    const { id } = await incidentOf(nth(3));
    const admin = await city.person('admin');
    const key = randomUUID();
    const body = { note: '重试' };
    const both = await Promise.all(
      [1, 2].map(() => admin.send('POST', `/api/incidents/${id}/retry`, { body, key })),
    );
    expect(both.map(({ status }) => status)).toEqual([204, 204]);
    expect(await admin.refused('POST', `/api/incidents/${id}/skip`, { body })).toMatchObject({
      status: 409,
      code: 'INCIDENTS.RESOLVED',
    });
    await nth(3).at('step_2');
  }, 60_000);

  it('a refusal that the process has no way for: a retry asks anew under a new key', async () => {
    const nursery = nth(3);
    await city.departments.set('publication', 'reject');
    await nursery.toVisit();
    await nursery.complete('step_8', 'publish');
    expect(await incidentOf(nursery)).toMatchObject({ node: 'publication_call', code: 'REJECTED' });
    await city.departments.set('publication', 'ok');
    await resolve(nursery, 'retry');
    await eventually('the filing is published', async () => {
      const effects = await effectsOf(nursery);
      return effects.length === 3 && effects.every(({ state }) => state === 'done');
    });
    const admin = await city.person('admin');
    expect(await openIncidents(admin)).toEqual([]);
  }, 120_000);
});
