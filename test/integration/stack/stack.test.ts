import {
  cloneTestDatabase,
  eventually,
  ownRedis,
  stackEnvironment,
  type TestDatabase,
} from '@lianban/testing';
import { Redis } from 'ioredis';
import { Client } from 'pg';

const rowsOf = async (url: string, text: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

describe('the databases that tests clone', () => {
  let one: TestDatabase;
  let other: TestDatabase;
  beforeAll(async () => {
    [one, other] = await Promise.all([cloneTestDatabase(), cloneTestDatabase()]);
  });
  afterAll(async () => {
    await Promise.all([one.drop(), other.drop()]);
  });

  it('see nothing of each other', async () => {
    await rowsOf(one.ownerUrl, "UPDATE business_time SET offset_by = '3 days'");
    const offsets = 'SELECT extract(epoch FROM offset_by)::int AS seconds FROM business_time';
    expect(await rowsOf(one.url, offsets)).toEqual([{ seconds: 259_200 }]);
    expect(await rowsOf(other.url, offsets)).toEqual([{ seconds: 0 }]);
  });

  it('give the application a role that owns nothing and passes no wall', async () => {
    expect(
      await rowsOf(
        one.url,
        'SELECT rolname, rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user',
      ),
    ).toEqual([{ rolname: 'lianban_app', rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
    expect(await rowsOf(one.url, 'SELECT tablename FROM pg_tables WHERE tableowner = current_user')).toEqual(
      [],
    );
    await expect(rowsOf(one.url, 'DELETE FROM audit')).rejects.toThrow(/permission denied/);
  });

  it('record when a row was committed', async () => {
    expect(await rowsOf(one.url, 'SHOW track_commit_timestamp')).toEqual([{ track_commit_timestamp: 'on' }]);
  });

  it('are gone once dropped, even with a client still connected', async () => {
    const dropped = await cloneTestDatabase();
    const client = new Client({ connectionString: dropped.url });
    const lost = new Promise<Error>((resolve) => client.on('error', resolve));
    await client.connect();
    await dropped.drop();
    expect((await lost).message).toMatch(/terminat/i);
    await expect(rowsOf(dropped.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
  });
});

describe('a Redis of the test’s own', () => {
  it('keeps what it was told over kill -9', async () => {
    const server = await ownRedis();
    try {
      const before = new Redis(server.address);
      await before.set('told', 'before');
      await before.quit();
      await server.program.kill();
      await server.program.start();
      const after = new Redis(server.address);
      expect(
        await eventually('the value is there again', () => after.get('told').then((it) => it ?? undefined)),
      ).toBe('before');
      expect(await after.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
      await after.quit();
    } finally {
      await server.remove();
    }
  });
});

describe('the environment of a test run', () => {
  it('says what to do where Jest was run by hand', () => {
    expect(() => stackEnvironment({})).toThrow(/run npm test/);
  });
});
