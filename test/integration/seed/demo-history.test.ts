import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isUscc } from '@lianban/contracts';
import { cloneTestDatabase, eventually, type TestDatabase } from '@lianban/testing';
import { Client } from 'pg';
import { seedHistory } from '../../../prisma/seed/history/seed-history.js';
import { inventStories } from '../../../prisma/seed/history/stories.js';
import { readPolicyPack, type PolicyPack } from '../../../prisma/seed/policy-pack.js';
import { packFolderOf } from '../../../prisma/seed/seed-database.js';

const root = join(import.meta.dirname, '..', '..', '..');
const institutions = 24;

/** A play takes seconds; on a machine that does other things, many. */
const patience = 120_000;

let pack: PolicyPack;
let database: TestDatabase;
let folder: string;
let client: Client;

beforeAll(async () => {
  pack = await readPolicyPack(packFolderOf(root));
  database = await cloneTestDatabase({ seeded: true });
  folder = await mkdtemp(join(tmpdir(), 'lianban-history-'));
});

afterAll(async () => {
  await client.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const connect = async (): Promise<Client> => {
  const opened = new Client({ connectionString: database.url });
  // A terminated connection tells it twice: here, and to the query that was under way.
  opened.on('error', () => undefined);
  await opened.connect();
  return opened;
};

const play = (on: Client): Promise<boolean> =>
  seedHistory(on, pack, {
    databaseUrl: database.url,
    filesFolder: folder,
    institutions,
    passwordHash: 'no password opens this',
    report: () => undefined,
  });

const one = async <T>(text: string): Promise<T> => {
  const { rows } = await client.query<{ value: T }>(`SELECT (${text}) AS value`);
  return rows[0]?.value as T;
};

describe('the past of a demo', () => {
  it(
    'leaves nothing and no moved time where it is cut off in the middle',
    async () => {
      const [doomed, onlooker] = [await connect(), await connect()];
      const playing = play(doomed).then(
        () => 'played',
        () => 'cut off',
      );
      await eventually('the play is on, and its connection is cut', async () => {
        const { rowCount } = await onlooker.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL
           AND xact_start < clock_timestamp() - interval '500 milliseconds'`,
        );
        return rowCount === 1;
      });
      expect(await playing).toBe('cut off');
      const { rows } = await onlooker.query(
        `SELECT (SELECT count(*) FROM case_file)::integer AS cases, (SELECT offset_by FROM business_time) = '0' AS real`,
      );
      expect(rows).toEqual([{ cases: 0, real: true }]);
      await onlooker.end();
    },
    patience,
  );

  it(
    'is played whole afterwards, and only once',
    async () => {
      client = await connect();
      expect(await play(client)).toBe(true);
      expect(await play(client)).toBe(false);
    },
    patience,
  );

  it('lies in the past, with business time real again', async () => {
    expect(await one(`SELECT offset_by = '0' FROM business_time`)).toBe(true);
    const instants = [
      'SELECT max(at) FROM audit',
      'SELECT max(last_at) FROM case_file',
      'SELECT max(created_at) FROM task',
      'SELECT max(from_at) FROM court_interval',
      'SELECT max(received_at) FROM inbound_event',
      'SELECT max(opened_at) FROM incident',
    ];
    for (const latest of instants) expect(await one(`SELECT (${latest}) <= now()`)).toBe(true);
    expect(await one(`SELECT min(opened_at) < now() - interval '60 days' FROM case_file`)).toBe(true);
  });

  it('has cases of every district, open ones and closed ones, on time and late', async () => {
    const districts = pack.districts.filter(({ level }) => level === 'county').map(({ code }) => code);
    expect(await one(`SELECT array_agg(DISTINCT district ORDER BY district) FROM case_file`)).toEqual(
      districts.toSorted(),
    );
    const outcomes = await one<string[]>(
      `SELECT array_agg(DISTINCT outcome ORDER BY outcome) FROM case_file WHERE definition_key = 'institution-filing' AND status = 'ended'`,
    );
    expect(outcomes).toContain('filed-and-verified');
    const open = `FROM case_file WHERE definition_key = 'institution-filing' AND status = 'open'`;
    expect(await one(`SELECT count(*)::integer ${open}`)).toBeGreaterThan(5);
    expect(await one(`SELECT count(*)::integer FROM ladder_firing WHERE level <> 'L0'`)).toBeGreaterThan(0);
    expect(
      await one(`SELECT count(*)::integer FROM clock WHERE state = 'met' AND breached_at IS NULL`),
    ).toBeGreaterThan(50);
  });

  it('fires what falls due when it falls due, and leaves nothing that should have fired', async () => {
    // A unit's clock that was never stopped has no rung before its start; a case's may have been started in arrears.
    expect(
      await one(`SELECT max(fired_at - planned_at) < interval '1 minute'
        FROM ladder_firing f JOIN clock k ON k.id = f.clock_id WHERE k.scope = 'unit' AND NOT EXISTS
          (SELECT FROM clock_entry e WHERE e.clock_id = k.id AND e.entry ->> 'kind' = 'stopped')`),
    ).toBe(true);
    expect(
      await one(
        `SELECT count(*)::integer FROM due WHERE state = 'pending' AND at < now() - interval '1 minute'`,
      ),
    ).toBe(0);
  });

  it('has papers in every stage of their life, drafted when the rung fired', async () => {
    const states = await one<string[]>(
      `SELECT array_agg(DISTINCT state ORDER BY state) FROM supervision_order`,
    );
    expect(states).toEqual(expect.arrayContaining(['drafted', 'struck-off', 'withdrawn']));
    expect(states.length).toBeGreaterThan(4);
    expect(
      await one(`SELECT max(s.at - f.fired_at) < interval '1 minute' FROM supervision_order o
        JOIN supervision_order_step s ON s.order_id = o.id AND s.act = 'draft'
        JOIN ladder_firing f ON f.clock_id = o.clock_id AND f.level = o.level`),
    ).toBe(true);
    expect(
      await one(`SELECT count(*)::integer FROM supervision_order o JOIN clock k ON k.id = o.clock_id
        WHERE o.state = 'drafted' AND o.kind <> 'criticism' AND k.state NOT IN ('running', 'stopped')`),
    ).toBe(0);
  });

  it('hands on only documents to be rendered and what the demo institution put out', async () => {
    const { rows } = await client.query<{ topic: string }>(
      'SELECT DISTINCT topic FROM outbox WHERE done_at IS NULL ORDER BY topic',
    );
    expect(rows.map(({ topic }) => topic)).toEqual([
      'cn.gov.zhoushan.childcare.institution.registered.v1',
      'render-document',
    ]);
    expect(
      await one(`SELECT count(*)::integer FROM outbox o WHERE done_at IS NULL AND topic = 'render-document'`),
    ).toBe(await one(`SELECT count(*)::integer FROM document WHERE state = 'rendering'`));
    expect(await one(`SELECT count(*)::integer FROM effect WHERE state = 'open'`)).toBe(0);
  });
});

describe('the invented institutions', () => {
  it('are the same every time, with credit codes that hold', () => {
    const [first, second] = [inventStories(pack, 130), inventStories(pack, 130)];
    const plain = (stories: typeof first) => stories.map(({ random: _random, ...story }) => story);
    expect(plain(second)).toEqual(plain(first));
    const codes = first.map(({ institution }) => institution.uscc);
    expect(new Set(codes).size).toBe(130);
    expect(codes.every(isUscc)).toBe(true);
  });
});
