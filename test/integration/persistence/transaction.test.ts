import { cloneTestDatabase, type TestDatabase } from '@lianban/testing';
import { Pool, type PoolClient } from 'pg';
import { PgTransaction } from '@lianban/persistence';

const context = {
  name: 'acting',
  text: `SELECT set_config('lianban.actor', $1, true)`,
  values: ['person:somebody'],
};
const begin = { name: 'begin', text: 'BEGIN' };
const actor = { name: 'actor', text: `SELECT current_setting('lianban.actor', true) AS actor` };
const keep = (key: string) => ({
  name: 'keep',
  text: `INSERT INTO idempotency (actor, key, operation, body_hash, response) VALUES ('a', $1, 'o', 'h', '1')`,
  values: [key],
});

describe('a transaction that travels light', () => {
  let database: TestDatabase;
  let pool: Pool;
  let client: PoolClient;
  const kept = async () =>
    (await database.query<{ key: string }>('SELECT key FROM idempotency ORDER BY key')).map(({ key }) => key);
  beforeAll(async () => {
    database = await cloneTestDatabase();
    pool = new Pool({ connectionString: database.url, max: 1 });
  }, 30_000);
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });
  beforeEach(async () => {
    await database.query('DELETE FROM idempotency');
    client = await pool.connect();
  });
  afterEach(() => client.release());

  it('sends what is asked in one turn together, behind the context of its actor', async () => {
    const { connection } = client;
    const sync = connection.sync.bind(connection);
    let roundTrips = 0;
    connection.sync = () => {
      roundTrips += 1;
      sync();
    };
    const transaction = new PgTransaction(client, [begin, context]);
    const [first, second] = await Promise.all([
      transaction.query<{ actor: string }>(actor),
      transaction.query<{ sum: number }>('SELECT $1::integer + 1 AS sum', [1]),
    ]);
    expect(first.rows).toEqual([{ actor: 'person:somebody' }]);
    expect(second.rows).toEqual([{ sum: 2 }]);
    expect(roundTrips).toBe(1);
    transaction.write(keep('one'));
    await transaction.commit();
    expect(roundTrips).toBe(2);
    expect(await kept()).toEqual(['one']);
    expect((await client.query<{ actor: string }>(actor)).rows).toEqual([{ actor: '' }]);
  });

  it('writes before it answers the next question', async () => {
    const transaction = new PgTransaction(client, [begin, context]);
    transaction.write(keep('one'));
    expect((await transaction.query('SELECT key FROM idempotency')).rows).toEqual([{ key: 'one' }]);
    await transaction.rollback();
    expect(await kept()).toEqual([]);
  });

  it('fails its commit where a write has failed, and leaves nothing', async () => {
    const transaction = new PgTransaction(client, [begin, context]);
    transaction.write(keep('one'));
    transaction.write(keep('one'));
    transaction.write(keep('two'));
    await expect(transaction.commit()).rejects.toMatchObject({ code: '23505' });
    await transaction.rollback();
    expect(await kept()).toEqual([]);
  });

  it('does not take the commit of a failed transaction for a commit', async () => {
    const transaction = new PgTransaction(client, [begin, context]);
    transaction.write(keep('one'));
    await transaction.query('SELECT 1 / 0').catch(() => undefined);
    await expect(transaction.commit()).rejects.toMatchObject({ code: '22012' });
    await transaction.rollback();
    expect(await kept()).toEqual([]);
  });

  it('prepares a statement again that was skipped behind a failure', async () => {
    const skipped = { name: 'skipped', text: 'SELECT 1 AS one' };
    const failing = new PgTransaction(client, [begin, context]);
    const asked = [failing.query('SELECT 1 / 0'), failing.query(skipped)];
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await failing.rollback();
    const next = new PgTransaction(client, [begin, context]);
    expect((await next.query(skipped)).rows).toEqual([{ one: 1 }]);
    expect((await next.query(skipped)).rows).toEqual([{ one: 1 }]);
    await next.commit();
  });

  it('reads as the actor without being able to write', async () => {
    const text = `SELECT set_config('lianban.actor', $1, true), set_config('transaction_read_only', 'on', true)`;
    const reading = new PgTransaction(client, [{ ...context, name: 'reading', text }], true);
    expect((await reading.query<{ actor: string }>(actor)).rows).toEqual([{ actor: 'person:somebody' }]);
    await expect(reading.query(keep('one'))).rejects.toMatchObject({ code: '25006' });
    expect(await kept()).toEqual([]);
  });

  it('reads one by one without a transaction that stays open', async () => {
    const reading = new PgTransaction(client, [context], true);
    expect((await reading.query<{ actor: string }>(actor)).rows).toEqual([{ actor: 'person:somebody' }]);
    expect((await client.query<{ actor: string }>(actor)).rows).toEqual([{ actor: '' }]);
    await reading.commit();
  });
});
