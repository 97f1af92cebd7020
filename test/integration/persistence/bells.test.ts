import { listenToBells } from '@lianban/persistence';
import { cloneTestDatabase, eventually, type TestDatabase } from '@lianban/testing';
import { Client } from 'pg';

describe('bells', () => {
  let database: TestDatabase;
  let silence: () => Promise<void>;
  let heard = 0;
  beforeAll(async () => {
    database = await cloneTestDatabase();
    silence = listenToBells(database.url, { lianban_test: () => (heard += 1) });
  });
  afterAll(async () => {
    await silence();
    await database.drop();
  });

  const rings = (): Promise<boolean> => {
    const before = heard;
    return eventually('the bell is heard', async () => {
      await database.query(`SELECT pg_notify('lianban_test', '')`);
      return heard > before;
    });
  };

  it('are heard again after the server has shut its connection: the process does not end with it', async () => {
    await rings();
    const same = new Client({ connectionString: database.url });
    await same.connect();
    const { rows } = await same.query(
      `SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity
       WHERE datname = current_database() AND usename = 'lianban_app' AND pid <> pg_backend_pid()`,
    );
    await same.end();
    expect(rows).toEqual([{ ended: true }]);
    await rings();
  });
});
