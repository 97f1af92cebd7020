import { AfterCommit, UnitOfWork } from '@lianban/application';
import { NestFactory } from '@nestjs/core';
import type { Client } from 'pg';
import type { PolicyPack } from '../policy-pack.js';
import { HistoryModule, type HistoryStores } from './history.module.js';
import { HistoryPlayer } from './history-player.js';
import { OneTransaction } from './one-transaction.js';
import { bannedNames, inventStories, OLDEST } from './stories.js';

export interface HistorySettings extends HistoryStores {
  /** Invented institutions; their filings start follow-up cases of their own. */
  readonly institutions: number;
  readonly report: (line: string) => void;
}

/**
 * Past weeks of an invented city, so that the first screen of a demo shows office life: only where no case was ever
 * opened and business time is real. One transaction: killed at any point it leaves nothing, and the next start plays it
 * again. Answers whether it was played.
 */
export async function seedHistory(
  client: Client,
  pack: PolicyPack,
  settings: HistorySettings,
): Promise<boolean> {
  if (settings.institutions === 0 || !(await isUntouched(client))) return false;
  const app = await NestFactory.createApplicationContext(
    HistoryModule.with(settings, [oneTransaction(client)]),
    {
      logger: ['error', 'warn'],
    },
  );
  const began = performance.now();
  settings.report(
    `playing past weeks of ${settings.institutions} invented institutions, once for this data folder (about 20 s)`,
  );
  try {
    await client.query('BEGIN');
    await banFounders(client, pack.tenant);
    const stories = inventStories(pack, settings.institutions);
    await app
      .get(HistoryPlayer)
      .play(client, pack.tenant, stories, { until: new Date().toISOString(), oldest: OLDEST });
    const cases = await countCases(client);
    await client.query('COMMIT');
    settings.report(`${cases} cases with a past, in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    return true;
  } catch (failure) {
    // A lost connection has rolled back by itself.
    await client.query('ROLLBACK').catch(() => undefined);
    throw failure;
  } finally {
    await app.close();
  }
}

const oneTransaction = (client: Client) => ({
  provide: UnitOfWork,
  inject: [AfterCommit],
  useFactory: (afterCommit: AfterCommit) => new OneTransaction(client, afterCommit),
});

async function countCases(client: Client): Promise<number> {
  const { rows } = await client.query<{ cases: number }>('SELECT count(*)::integer AS cases FROM case_file');
  return rows[0]?.cases ?? 0;
}

async function isUntouched(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ untouched: boolean }>(
    `SELECT NOT EXISTS (SELECT FROM case_file) AND NOT EXISTS (SELECT FROM business_time WHERE offset_by <> '0') AS untouched`,
  );
  return rows[0]?.untouched === true;
}

async function banFounders(client: Client, tenant: string): Promise<void> {
  for (const [index, name] of bannedNames.entries()) {
    await client.query(
      `INSERT INTO ban_register (id, tenant, person_name, basis, document_no, imposed_at)
       VALUES (gen_random_uuid(), $1, $2, 'POP-41', $3, now() - interval '1 year')`,
      [tenant, name, `示例禁〔2025〕${index + 1}号`],
    );
  }
}
