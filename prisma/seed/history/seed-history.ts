import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import {
  AfterCommit,
  AnchorLines,
  applicationProviders,
  FileVault,
  PasswordHasher,
  PortalAccountPolicy,
  DecisionReader,
  ProcessCompiler,
  UnitOfWork,
} from '@lianban/application';
import { CompilerThread, DecisionReaderThread } from '@lianban/compilation';
import { PersistenceModule } from '@lianban/persistence';
import { hashPassword, passwordMatches } from '@lianban/platform';
import { Client } from 'pg';
import type { PolicyPack } from '../policy-pack.js';
import { Applicants } from './applicants.js';
import { Desks } from './desks.js';
import { HistoryPlayer } from './history-player.js';
import { IntakeNoise } from './intake-noise.js';
import { OneTransaction } from './one-transaction.js';
import { Registrars } from './registrars.js';
import { bannedNames, inventStories } from './stories.js';

export interface HistorySettings {
  readonly databaseUrl: string;
  readonly filesFolder: string;
  /** Invented institutions; their filings start follow-up cases of their own. */
  readonly institutions: number;
  /** Password of the institutions' accounts. */
  readonly passwordHash: string;
  readonly report: (line: string) => void;
}

/** Uploads of the invented institutions. A crash may leave files without a row: only litter. */
class HistoryVault extends FileVault {
  constructor(private readonly folder: string) {
    super();
    mkdirSync(folder, { recursive: true, mode: 0o750 });
  }

  async put(_folder: 'uploads', id: string, bytes: Buffer): Promise<void> {
    await writeFile(join(this.folder, id), bytes, { mode: 0o640 });
  }

  open(): Promise<Readable | undefined> {
    return Promise.resolve(undefined);
  }
}

@Module({})
class HistoryModule {
  static with(settings: HistorySettings, client: Client): DynamicModule {
    const { databaseUrl, filesFolder, passwordHash } = settings;
    return {
      module: HistoryModule,
      imports: [CqrsModule.forRoot(), PersistenceModule.connect(databaseUrl, 2)],
      providers: [
        ...applicationProviders,
        {
          provide: UnitOfWork,
          inject: [AfterCommit],
          useFactory: (afterCommit: AfterCommit) => new OneTransaction(client, afterCommit),
        },
        { provide: PasswordHasher, useValue: { hash: hashPassword, matches: passwordMatches } },
        {
          provide: PortalAccountPolicy,
          useValue: { initialPasswordHash: () => Promise.resolve(passwordHash) },
        },
        { provide: ProcessCompiler, useClass: CompilerThread },
        { provide: AnchorLines, useValue: { read: () => undefined } },
        { provide: DecisionReader, useClass: DecisionReaderThread },
        { provide: FileVault, useFactory: () => new HistoryVault(join(filesFolder, 'uploads')) },
        Applicants,
        Desks,
        HistoryPlayer,
        IntakeNoise,
        Registrars,
      ],
    };
  }
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
  const app = await NestFactory.createApplicationContext(HistoryModule.with(settings, client), {
    logger: ['error', 'warn'],
  });
  const began = performance.now();
  settings.report(
    `playing past weeks of ${settings.institutions} invented institutions, once for this data folder (about 20 s)`,
  );
  try {
    await client.query('BEGIN');
    await banFounders(client, pack.tenant);
    const stories = inventStories(pack, settings.institutions);
    await app.get(HistoryPlayer).play(client, pack.tenant, stories, new Date().toISOString());
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
