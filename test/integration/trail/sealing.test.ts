import { randomUUID } from 'node:crypto';
import { engineActor } from '@lianban/domain';
import { ErasePersonalDataCommand } from '@lianban/application';
import { Pool } from 'pg';
import { SealedTrail } from './sealed-trail.js';

const INSERT = `INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id)
  VALUES ($1, '330900', $2, 'task.claimed', 'person', 'p', '甲', 'task', 't')`;
const admin = {
  ...engineActor('330900'),
  kind: 'person' as const,
  id: 'a',
  name: '管理员',
  roles: ['admin'],
};

describe('sealing', () => {
  let trail: SealedTrail;
  let pool: Pool;
  beforeEach(async () => {
    trail = await SealedTrail.open();
    pool = new Pool({ connectionString: trail.database.url, max: 8 });
  });
  afterEach(async () => {
    await pool.end();
    await trail.close();
  });
  const sealedIds = async (): Promise<readonly string[]> =>
    (await trail.database.query<{ id: string }>('SELECT audit_id AS id FROM audit_seal ORDER BY seq')).map(
      ({ id }) => id,
    );

  it('waits for a transaction that runs, and then leaves no gap: the order is that of transactions', async () => {
    const slow = await pool.connect();
    await slow.query('BEGIN');
    const first = randomUUID();
    await slow.query(INSERT, [first, new Date()]);
    await trail.act(3);
    await trail.sealerAtOnce().round();
    expect(await sealedIds()).toEqual([]);
    await slow.query('COMMIT');
    slow.release();
    await trail.sealer().round();
    const ids = await sealedIds();
    expect(ids).toHaveLength(4);
    expect(ids[0]).toBe(first);
    expect((await trail.verify()).found).toBe(0);
  });

  it('under writers of all lengths and two sealers: each committed act once, none that was rolled back, without gaps', async () => {
    const committed: string[] = [];
    const writer = async (no: number): Promise<void> => {
      for (let round = 0; round < 12; round += 1) {
        const client = await pool.connect();
        await client.query('BEGIN');
        const ids = Array.from({ length: 1 + ((no + round) % 3) }, () => randomUUID());
        for (const id of ids) {
          await client.query(INSERT, [id, new Date()]);
          // Another round trip, in which the others write.
          await client.query('SELECT 1');
        }
        const keeps = (no * 7 + round) % 5 !== 0;
        await client.query(keeps ? 'COMMIT' : 'ROLLBACK');
        client.release();
        if (keeps) committed.push(...ids);
      }
    };
    const writing = new AbortController();
    const sealing = async (): Promise<void> => {
      while (!writing.signal.aborted) await trail.sealerAtOnce().round();
    };
    const sealers = [sealing(), sealing()];
    await Promise.all([1, 2, 3, 4].map(writer));
    writing.abort();
    await Promise.all(sealers);
    await trail.sealer().round();
    expect((await sealedIds()).toSorted()).toEqual(committed.toSorted());
    const [gaps] = await trail.database.query<{ count: number; last: number }>(
      'SELECT count(*)::integer AS count, max(seq)::integer AS last FROM audit_seal',
    );
    expect(gaps).toEqual({ count: committed.length, last: committed.length });
    expect(trail.failures).toEqual([]);
    expect((await trail.verify()).findings).toEqual([]);
  });

  it('seals an act entered late in the order of its record, with both its times', async () => {
    await trail.act(1);
    const late = randomUUID();
    await pool.query(INSERT, [late, new Date('2020-01-01')]);
    await trail.sealer().round();
    expect((await sealedIds()).at(-1)).toBe(late);
    expect((await trail.verify()).found).toBe(0);
  });

  it('killed at any point goes on: what was sealed and not anchored is anchored, what was half done is not there', async () => {
    await trail.act(7);
    const dead = { place: 'file' as const, put: () => Promise.reject(new Error('killed')) };
    await trail.sealer([dead]).round();
    expect(trail.failures).toHaveLength(1);
    await expect(
      trail.store.sealNext(5, () => {
        throw new Error('killed');
      }),
    ).resolves.toEqual({ kind: 'nothing' });
    await trail.act(2);
    await trail.settled();
    await expect(
      trail.store.sealNext(5, () => {
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    expect(await sealedIds()).toHaveLength(7);
    // Laid down, and killed before the database heard of it: it is laid down once more.
    const { lines } = trail.anchor;
    await trail.store
      .anchorNext('file', 9, async (batches) => {
        await trail.anchor.put(batches);
        throw new Error('killed');
      })
      .catch(() => undefined);
    await trail.sealer().round();
    expect(lines).toHaveLength(2 + 3);
    expect(await trail.verify()).toMatchObject({ found: 0, entries: 9, anchoredTo: 3 });
  });

  it('goes on while the endpoint is away', async () => {
    await trail.act(3);
    const away = { place: 'endpoint' as const, put: () => Promise.reject(new Error('away')) };
    await trail.sealer([away, trail.anchor]).round();
    expect(await trail.verify()).toMatchObject({ found: 0, anchoredTo: 1 });
    expect(trail.failures).toHaveLength(1);
  });

  it('changes from SHA-256 to SM3 in the middle', async () => {
    await trail.act(3);
    await trail.sealer().round();
    await trail.act(3);
    await trail.sealer([trail.anchor], 'sm3').round();
    expect(await trail.verify()).toMatchObject({ found: 0, batches: 2, entries: 6 });
  });

  it('stays valid when personal data are erased with a ground, and says how many', async () => {
    await trail.act(6);
    await trail.sealer().round();
    const [first, second] = await sealedIds();
    await trail.commands.execute(
      new ErasePersonalDataCommand(admin, [first ?? '', second ?? ''], '依申请删除'),
    );
    expect((await trail.verify()).findings.map(({ kind }) => kind)).toEqual([
      'erased-unfounded',
      'erased-unfounded',
    ]);
    await trail.sealer().round();
    expect(await trail.verify()).toMatchObject({ found: 0, erased: 2 });
    const [row] = await trail.database.query(
      'SELECT actor_name, on_behalf_of, ground, address, before, after FROM audit WHERE id = $1',
      [first],
    );
    expect(row).toEqual({
      actor_name: '',
      on_behalf_of: null,
      ground: null,
      address: null,
      before: null,
      after: null,
    });
    expect(
      await trail.database.query(`SELECT ground, actor_id FROM audit WHERE act = 'trail.erased'`),
    ).toEqual([{ ground: '依申请删除', actor_id: 'a' }]);
    // What says so is not erased, and what was erased takes nothing new.
    const ids = await sealedIds();
    await expect(
      trail.commands.execute(new ErasePersonalDataCommand(admin, [ids.at(-1) ?? ''], 'x')),
    ).rejects.toThrow('TRAIL.NOT_ERASABLE');
    await trail.database.query(`UPDATE audit SET actor_name = '乙' WHERE id = $1`, [first]);
    expect((await trail.verify()).findings).toEqual([expect.objectContaining({ kind: 'edited', seq: 1 })]);
  });
});
