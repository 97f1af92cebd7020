import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { Finding } from '@lianban/trail';
import { Client, Pool } from 'pg';
import { type StackEnvironment, stackEnvironment } from '@lianban/testing';
import { SealedTrail } from './sealed-trail.js';

const TIMES = 20;
const ENTRIES = 34;
const BATCH = 5;
const batchOf = (seq: number): number => Math.ceil(seq / BATCH);
const batches = batchOf(ENTRIES);

/** Repeats itself: a failure names its round. */
const dice = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

interface Blow {
  readonly run: (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;
  readonly at: (seq: number) => Promise<string>;
  readonly roll: (below: number) => number;
}

type Place = Partial<Finding> & Pick<Finding, 'kind'>;

const COLUMNS: Readonly<Record<string, string>> = {
  tenant: `'330800'`,
  at: `at - interval '1 day'`,
  recorded_at: `recorded_at - interval '1 microsecond'`,
  xid: `'3'`,
  act: `'task.claimed'`,
  actor_kind: `'system'`,
  actor_id: `'p9'`,
  actor_name: `'乙'`,
  office_id: `NULL`,
  post: `'lead'`,
  on_behalf_of: `NULL`,
  case_id: `uuidv7()`,
  object_kind: `'case'`,
  object_id: `'x'`,
  ground: `'改'`,
  address: `'10.0.0.2'`,
  correlation_id: `'c2'`,
  plan_hash: `'h2'`,
  before: `'{"n": 1.0}'`,
  after: `'{"outcome": "refused"}'`,
};

/** What a superuser does to the trail, and where it must be found. */
const blows: Readonly<Record<string, (blow: Blow) => Promise<Place>>> = {
  ...Object.fromEntries(
    Object.entries(COLUMNS).map(([column, value]) => [
      `an entry's ${column} is changed`,
      async ({ run, at, roll }: Blow) => {
        const seq = 1 + roll(ENTRIES);
        const entryId = await at(seq);
        await run(`UPDATE audit SET ${column} = ${value} WHERE id = $1`, [entryId]);
        return { kind: 'edited', batch: batchOf(seq), seq, entryId };
      },
    ]),
  ),
  'an entry is deleted': async ({ run, at, roll }) => {
    const seq = 1 + roll(ENTRIES);
    const entryId = await at(seq);
    await run('DELETE FROM audit WHERE id = $1', [entryId]);
    return { kind: 'deleted', batch: batchOf(seq), seq, entryId };
  },
  'an entry is deleted with its seal': async ({ run, at, roll }) => {
    const seq = 1 + roll(ENTRIES);
    await run('DELETE FROM audit WHERE id = $1', [await at(seq)]);
    await run('DELETE FROM audit_seal WHERE seq = $1', [seq]);
    return { kind: 'deleted', batch: batchOf(seq), seq };
  },
  'an entry is deleted with its seal and the rest renumbered': async ({ run, at, roll }) => {
    const seq = 1 + roll(ENTRIES - BATCH);
    await run('DELETE FROM audit WHERE id = $1', [await at(seq)]);
    await run('DELETE FROM audit_seal WHERE seq = $1', [seq]);
    await run('UPDATE audit_seal SET seq = -seq WHERE seq > $1', [seq]);
    await run('UPDATE audit_seal SET seq = -seq - 1 WHERE seq < 0');
    return { kind: 'deleted', batch: batchOf(seq) };
  },
  'an entry is forged into the past': async ({ run, at, roll }) => {
    const seq = 2 + roll(ENTRIES - 1);
    const [row] = await run(
      `INSERT INTO audit SELECT (jsonb_populate_record(a, jsonb_build_object('id', uuidv7(),
         'xid', (SELECT b.xid FROM audit b WHERE b.id = $2)::text))).* FROM audit a WHERE a.id = $1 RETURNING id, xid::text`,
      [await at(seq), await at(seq - 1)],
    );
    const before = (await at(seq - 1)) < String(row?.['id']);
    return { kind: 'inserted', entryId: String(row?.['id']), batch: batchOf(before ? seq : seq - 1) };
  },
  'an entry is forged with a seal and the rest renumbered': async ({ run, at, roll }) => {
    const seq = 1 + roll(ENTRIES - BATCH);
    const id = await at(seq);
    await run('UPDATE audit_seal SET seq = -seq WHERE seq > $1', [seq]);
    await run('UPDATE audit_seal SET seq = -seq + 1 WHERE seq < 0');
    const forged = randomUUID();
    await run(
      `INSERT INTO audit SELECT (jsonb_populate_record(a, jsonb_build_object('id', $2::text))).* FROM audit a WHERE id = $1`,
      [id, forged],
    );
    await run(`INSERT INTO audit_seal SELECT seq + 1, $2, hash, salt FROM audit_seal WHERE audit_id = $1`, [
      id,
      forged,
    ]);
    return { kind: 'edited', seq: seq + 1, entryId: forged, batch: batchOf(seq + 1) };
  },
  'two entries change their places': async ({ run, at, roll }) => {
    const seq = 1 + roll(ENTRIES - 1);
    const one = await at(seq);
    await run('UPDATE audit_seal SET seq = -seq WHERE seq IN ($1, $2)', [seq, seq + 1]);
    await run(
      'UPDATE audit_seal SET seq = CASE WHEN audit_id = $1 THEN $3::bigint ELSE $2::bigint END WHERE seq < 0',
      [one, seq, seq + 1],
    );
    return { kind: 'reordered', seq: seq + 1, entryId: one, batch: batchOf(seq + 1) };
  },
  'the contents of two entries are swapped': async ({ run, at, roll }) => {
    const seq = 1 + roll(ENTRIES - 1);
    const [one, other] = [await at(seq), await at(seq + 1)];
    await run(
      'UPDATE audit a SET object_id = b.object_id, case_id = b.case_id FROM audit b WHERE (a.id, b.id) IN (($1, $2), ($2, $1))',
      [one, other],
    );
    return { kind: 'edited', seq, entryId: one, batch: batchOf(seq) };
  },
  'an entry is erased without anybody saying so': async ({ run, at, roll }) => {
    const seq = 1 + roll(ENTRIES);
    const entryId = await at(seq);
    await run('UPDATE audit SET ground = NULL WHERE id = $1', [entryId]);
    return { kind: 'edited', seq, entryId, batch: batchOf(seq) };
  },
  'the seal of an entry is changed': async ({ run, at, roll }) => {
    const seq = 1 + roll(ENTRIES);
    await run(`UPDATE audit_seal SET hash = sha256(hash) WHERE seq = $1`, [seq]);
    return { kind: 'edited', seq, entryId: await at(seq), batch: batchOf(seq) };
  },
  'the salt of an entry is changed': async ({ run, at, roll }) => {
    const seq = 1 + roll(ENTRIES);
    await run(`UPDATE audit_seal SET salt = substr(sha256(salt), 1, 16) WHERE seq = $1`, [seq]);
    return { kind: 'edited', seq, entryId: await at(seq), batch: batchOf(seq) };
  },
  'the header of a batch is changed': async ({ run, roll }) => {
    const batch = 1 + roll(batches);
    await run(
      `UPDATE audit_batch SET header = jsonb_set(header::jsonb, '{sealedAt}', '"2020-01-01T00:00:00.000Z"')::json WHERE no = $1`,
      [batch],
    );
    return { kind: 'signature-wrong', batch };
  },
  'a batch takes the header of another': async ({ run, roll }) => {
    const batch = 2 + roll(batches - 1);
    await run(
      'UPDATE audit_batch SET (header, signature) = (SELECT header, signature FROM audit_batch WHERE no = $1 - 1) WHERE no = $1',
      [batch],
    );
    return { kind: 'header-edited', batch: batch - 1 };
  },
  'the signature of a batch is changed': async ({ run, roll }) => {
    const batch = 1 + roll(batches);
    await run(`UPDATE audit_batch SET signature = encode(sha256(signature::bytea), 'base64') WHERE no = $1`, [
      batch,
    ]);
    return { kind: 'signature-wrong', batch };
  },
  'a batch is deleted': async ({ run, roll }) => {
    const batch = 1 + roll(batches - 1);
    await run('DELETE FROM audit_anchor WHERE batch = $1', [batch]);
    await run('DELETE FROM audit_batch WHERE no = $1', [batch]);
    return { kind: 'deleted', batch, toBatch: batch };
  },
  'the key is taken away': async ({ run }) => {
    await run('DELETE FROM trail_key');
    return { kind: 'key-unknown', batch: 1 };
  },
  'the tail is cut': async ({ run, roll }) => {
    const batch = 1 + roll(batches);
    await run('DELETE FROM audit_anchor WHERE batch >= $1', [batch]);
    await run('DELETE FROM audit_batch WHERE no >= $1', [batch]);
    await run('DELETE FROM audit WHERE id IN (SELECT audit_id FROM audit_seal WHERE seq > $1)', [
      (batch - 1) * BATCH,
    ]);
    await run('DELETE FROM audit_seal WHERE seq > $1', [(batch - 1) * BATCH]);
    return { kind: 'tail-cut', batch, toBatch: batches };
  },
};

describe('what a superuser of the database does to the trail', () => {
  let env: StackEnvironment;
  let trail: SealedTrail;
  let superuser: Pool;
  beforeAll(async () => {
    env = stackEnvironment();
    trail = await SealedTrail.open();
    const url = new URL(env.adminUrl);
    url.pathname = `/${trail.database.name}`;
    superuser = new Pool({ connectionString: url.href, max: 1 });
    await trail.act(ENTRIES);
    await trail.sealer().round();
    expect(trail.failures).toEqual([]);
    expect(await trail.verify()).toMatchObject({ found: 0, batches, entries: ENTRIES, anchoredTo: batches });
    for (const table of ['audit', 'audit_seal', 'audit_batch', 'audit_anchor', 'trail_key'])
      await superuser.query(`CREATE TABLE kept_${table} AS TABLE ${table}`);
  }, 60_000);
  afterEach(restore);
  afterAll(async () => {
    await superuser.end();
    await trail.close();
  });

  async function restore(): Promise<void> {
    const tables = ['audit', 'audit_seal', 'trail_key', 'audit_batch', 'audit_anchor'];
    await superuser.query(
      `TRUNCATE ${tables.join(', ')}; ${tables.map((it) => `INSERT INTO ${it} TABLE kept_${it}`).join('; ')}`,
    );
  }
  const run: Blow['run'] = async (text, values = []) => (await superuser.query(text, [...values])).rows;
  const at = async (seq: number): Promise<string> =>
    String((await run('SELECT audit_id FROM kept_audit_seal WHERE seq = $1', [seq]))[0]?.['audit_id']);

  it.each(Object.entries(blows))('%s: found at its place, twenty times', async (name, strike) => {
    const roll = dice(name.length * 7_919);
    for (let round = 0; round < TIMES; round += 1) {
      const place = await strike({ run, at, roll });
      expect((await trail.verify()).findings).toContainEqual(expect.objectContaining(place));
      await restore();
      expect((await trail.verify()).findings).toEqual([]);
    }
  });

  it('an entry changed together with its seal: found in its batch, twenty times', async () => {
    const roll = dice(3);
    const { entryHash } = await import('@lianban/trail');
    for (let round = 0; round < TIMES; round += 1) {
      const seq = 1 + roll(ENTRIES);
      const id = await at(seq);
      await run(`UPDATE audit SET act = 'task.claimed' WHERE id = $1`, [id]);
      const found = await trail.store.find(id);
      const opening = found?.opening ?? { leaves: {} };
      const hash = found?.entry && entryHash('sha256', found.entry, opening);
      await run('UPDATE audit_seal SET hash = $2 WHERE seq = $1', [seq, hash]);
      expect((await trail.verify()).findings).toEqual([{ kind: 'edited', batch: batchOf(seq) }]);
      await restore();
    }
  });

  it('the whole trail rebuilt and signed with another key: found at the first batch changed, twenty times', async () => {
    const { key } = trail;
    const lines = [...trail.anchor.lines];
    const roll = dice(5);
    for (let round = 0; round < TIMES; round += 1) {
      const id = await at(1 + roll(ENTRIES));
      await run('TRUNCATE audit_seal, audit_batch, audit_anchor, trail_key');
      await run(`UPDATE audit SET ground = '改' WHERE id = $1`, [id]);
      trail.key = generateKeyPairSync('ed25519').privateKey;
      await trail.sealer([]).round();
      const { findings } = await trail.verify(lines);
      expect(findings).toContainEqual({ kind: 'rolled-back', batch: 1 });
      await restore();
    }
    trail.key = key;
  });

  it('the database set back to an earlier state: found while it stands there and once it has gone on, twenty times', async () => {
    const lines = [...trail.anchor.lines];
    const roll = dice(11);
    for (let round = 0; round < TIMES; round += 1) {
      const batch = 2 + roll(batches - 2);
      await run('DELETE FROM audit_anchor WHERE batch >= $1', [batch]);
      await run('DELETE FROM audit_batch WHERE no >= $1', [batch]);
      await run('DELETE FROM audit WHERE id IN (SELECT audit_id FROM audit_seal WHERE seq > $1)', [
        (batch - 1) * BATCH,
      ]);
      await run('DELETE FROM audit_seal WHERE seq > $1', [(batch - 1) * BATCH]);
      expect((await trail.verify(lines)).findings).toEqual([{ kind: 'tail-cut', batch, toBatch: batches }]);
      await trail.act(ENTRIES);
      await trail.sealer([]).round();
      expect((await trail.verify(lines)).findings[0]).toEqual({ kind: 'rolled-back', batch });
      await restore();
    }
  }, 120_000);

  it('lines of the anchor erased: found by batch, twenty times', async () => {
    const roll = dice(13);
    for (let round = 0; round < TIMES; round += 1) {
      const from = roll(batches);
      const some = 1 + roll(batches - from);
      const lines = trail.anchor.lines.toSpliced(from, some);
      expect((await trail.verify(lines)).findings).toEqual(
        Array.from({ length: some }, (_, no) => ({ kind: 'anchor-missing', batch: from + 1 + no })),
      );
    }
  });

  it('the role of the product can change nothing of it', async () => {
    const client = new Client({ connectionString: trail.database.url });
    await client.connect();
    for (const statement of [
      `UPDATE audit SET ground = 'x'`,
      'DELETE FROM audit',
      'UPDATE audit_seal SET seq = 0',
      'DELETE FROM audit_batch',
      'DELETE FROM audit_anchor',
      `UPDATE trail_key SET public_key = 'x'`,
    ])
      await expect(client.query(statement)).rejects.toThrow(/permission denied/);
    await client.end();
  });
});
