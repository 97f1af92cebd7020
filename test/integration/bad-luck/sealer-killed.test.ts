import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ChildProgram,
  cloneTestDatabase,
  eventually,
  freePort,
  type OwnPostgres,
  ownPostgres,
  stackEnvironment,
  type TestDatabase,
} from '@lianban/testing';
import { Pool } from 'pg';
import { Dice } from './dice.js';
import { lengths, timeLimit } from './lengths.js';

const root = join(import.meta.dirname, '..', '..', '..');
const PER_STRIKE = 60;
const ACT = `INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id)
  VALUES ($1, '330900', clock_timestamp(), 'task.completed', 'person', 'p', '甲', 'task', 't')`;

interface Line {
  readonly header: { readonly no: number };
  readonly signature: string;
}

describe('kill -9 of the sealer and PostgreSQL while acts are written', () => {
  let postgres: OwnPostgres;
  let database: TestDatabase;
  let folder: string;
  let sealers: readonly ChildProgram[];
  let pool: Pool;
  let env: NodeJS.ProcessEnv;
  const committed: string[] = [];
  /** Their commit was asked for and PostgreSQL was killed before it answered. */
  const unanswered = new Set<string>();

  beforeAll(async () => {
    postgres = await ownPostgres();
    database = await cloneTestDatabase({ postgres: postgres.server });
    folder = await mkdtemp(join(tmpdir(), 'lianban-sealer-'));
    const { redisUrl, temporalAddress } = stackEnvironment();
    env = {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
      DATABASE_URL: database.url,
      REDIS_URL: redisUrl,
      TEMPORAL_ADDRESS: temporalAddress,
      LIANBAN_DATA: folder,
      FILES_DIR: join(folder, 'files'),
      TRAIL_SEAL_SECONDS: '0.01',
      TRAIL_BATCH: '7',
    };
    sealers = await Promise.all([sealer(), sealer()]);
    for (const one of sealers) await one.start();
    pool = new Pool({ connectionString: database.url, max: 3 });
    pool.on('error', () => undefined);
  }, 300_000);
  afterAll(async () => {
    await pool.end();
    await Promise.all(sealers.map((one) => one.stop()));
    await database.drop();
    await postgres.remove();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  const sealer = async (): Promise<ChildProgram> => {
    const port = await freePort();
    return new ChildProgram({
      name: 'sealer',
      command: process.execPath,
      arguments: [join(root, 'apps/worker/dist/main.js'), '--roles=sealer'],
      env: { ...env, WORKER_PORT: String(port) },
      cwd: root,
      isReady: async () => (await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined))?.status === 200,
    });
  };

  const act = async (): Promise<void> => {
    const id = randomUUID();
    unanswered.add(id);
    const written = await pool.query(ACT, [id]).then(
      () => true,
      () => false,
    );
    if (!written) return;
    unanswered.delete(id);
    committed.push(id);
  };

  const sealed = (): Promise<readonly { readonly seq: number; readonly id: string }[]> =>
    database.query('SELECT seq::int, audit_id AS id FROM audit_seal ORDER BY seq');

  it(
    'nothing is sealed twice, no number is missing, the anchors agree and the verifier says valid',
    async () => {
      const dice = new Dice(20_261_125);
      const during: number[] = [];
      for (let strike = 0; strike < lengths.sealerStrikes; strike += 1) {
        const victim = dice.pick(['sealer', 'both sealers', 'postgres', 'postgres and sealer']);
        const [first, second] = sealers;
        const victims = [
          ...(victim.startsWith('postgres') ? [postgres.program] : []),
          ...(victim === 'postgres' ? [] : first ? [first] : []),
          ...(victim === 'both sealers' && second ? [second] : []),
        ];
        const until = committed.length + PER_STRIKE;
        const at = committed.length + dice.between(1, PER_STRIKE - 1);
        const writing = (async () => {
          while (committed.length < until) await act();
        })();
        await eventually('so much is written', async () => committed.length >= at, 60_000);
        during.push(committed.length - (await sealed()).length);
        await Promise.all(victims.map((one) => one.kill()));
        for (const one of victims) await one.start();
        await writing;
      }
      const written = await database.query<{ id: string }>('SELECT id FROM audit');
      const trail = await eventually(
        'all of it is sealed',
        async () => {
          const found = await sealed();
          return found.length >= written.length && found;
        },
        60_000 + lengths.patience,
      );
      // Struck while nothing waited to be sealed would prove nothing.
      expect(during.some((waiting) => waiting > 0)).toBe(true);
      expect(trail.map(({ seq }) => seq)).toEqual(trail.map((_, index) => index + 1));
      expect(trail.map(({ id }) => id).toSorted()).toEqual(written.map(({ id }) => id).toSorted());
      // What was answered is there; what was not may or may not be.
      const kept = new Set(trail.map(({ id }) => id));
      expect(committed.filter((id) => !kept.has(id))).toEqual([]);
      expect([...kept].filter((id) => !committed.includes(id) && !unanswered.has(id))).toEqual([]);
      await expectAnchorsToAgree();
      expect(await verdict()).toEqual({
        code: 0,
        said: expect.stringMatching(/^VALID · 有效.*anchored to batch /s),
      });
    },
    timeLimit(lengths.sealerStrikes * 20_000),
  );

  /** A batch may lie there twice, when the database never heard that it does: then both say the same. */
  const expectAnchorsToAgree = async (): Promise<void> => {
    const batches = await database.query<Line & { readonly no: number }>(
      'SELECT no, header, signature FROM audit_batch ORDER BY no',
    );
    await eventually('all batches are anchored', async () => {
      const [row] = await database.query<{ last: number }>(
        `SELECT max(batch)::int AS last FROM audit_anchor WHERE place = 'file'`,
      );
      return row?.last === batches.length;
    });
    const lines = (await readFile(join(folder, 'trail/anchors.ndjson'), 'utf8'))
      .split('\n')
      .flatMap((line) => {
        try {
          return [JSON.parse(line) as Line];
        } catch {
          return [];
        }
      });
    expect([...new Set(lines.map(({ header }) => header.no))].toSorted((a, b) => a - b)).toEqual(
      batches.map(({ no }) => no),
    );
    const signatures = new Map(batches.map(({ no, signature }) => [no, signature]));
    expect(lines.filter(({ header, signature }) => signatures.get(header.no) !== signature)).toEqual([]);
  };

  const verdict = (): Promise<{ readonly code: number; readonly said: string }> =>
    new Promise((resolve) => {
      const program = join(root, 'apps/trail/dist/verify-trail.js');
      const child = execFile(process.execPath, [program], { env, cwd: root }, (_error, stdout) =>
        resolve({ code: child.exitCode ?? -1, said: stdout }),
      );
    });
});
