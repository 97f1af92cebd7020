import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cloneTestDatabase, type TestDatabase } from '@lianban/testing';
import { Client } from 'pg';

const program = join(import.meta.dirname, '..', '..', '..', 'prisma', 'schema-files.mjs');
const check = (ownerUrl: string): Promise<{ readonly stdout: string }> =>
  promisify(execFile)(process.execPath, [program, '--check'], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_OWNER_URL: ownerUrl },
  });

describe('prisma/schema', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await cloneTestDatabase();
  });
  afterAll(() => database.drop());

  it('says what the migrations made', async () => {
    expect((await check(database.ownerUrl)).stdout).toMatch(/says what the migrations made/);
  });

  it('is found out where it does not', async () => {
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query('ALTER TABLE office ADD COLUMN floor integer');
    await client.end();
    await expect(check(database.ownerUrl)).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/differs from the migrations .*directory\.prisma/),
    });
  });
});
