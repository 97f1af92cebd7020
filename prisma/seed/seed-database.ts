import 'reflect-metadata';
import { join } from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import {
  AnchorLines,
  applicationProviders,
  demoPassword,
  FileVault,
  PasswordHasher,
  PortalAccountPolicy,
  DecisionReader,
  ProcessCompiler,
} from '@lianban/application';
import { CompilerThread, DecisionReaderThread } from '@lianban/compilation';
import { PersistenceModule } from '@lianban/persistence';
import { hashPassword, passwordMatches } from '@lianban/platform';
import { Client } from 'pg';
import { readPolicyPack, type PolicyPack } from './policy-pack.js';
import { seedDefinitions } from './seed-definitions.js';
import { seedDemo } from './seed-demo.js';
import { seedDirectory } from './seed-directory.js';
import { seedEventSources } from './seed-event-sources.js';
import { seedGovernedData } from './seed-governed-data.js';
import { seedPerson } from './seed-people.js';

export interface SeedSettings {
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly filesFolder: string;
  readonly packFolder: string;
  readonly demo: boolean;
  /** Invented institutions with a past, for a demo whose first screen shows office life. None by default. */
  readonly demoInstitutions?: number;
  /** Hears what takes long. */
  readonly report?: (line: string) => void;
  /** The first administrator's, where it isn't a demo. */
  readonly adminPassword?: string | undefined;
}

@Module({})
class SeedModule {
  static with(settings: SeedSettings): DynamicModule {
    return {
      module: SeedModule,
      imports: [CqrsModule.forRoot(), PersistenceModule.connect(settings.databaseUrl, 2)],
      providers: [
        ...applicationProviders,
        { provide: PasswordHasher, useValue: { hash: hashPassword, matches: passwordMatches } },
        { provide: PortalAccountPolicy, useValue: { initialPasswordHash: () => hashPassword(demoPassword) } },
        { provide: AnchorLines, useValue: { read: () => undefined } },
        { provide: FileVault, useValue: {} },
        { provide: ProcessCompiler, useClass: CompilerThread },
        { provide: DecisionReader, useClass: DecisionReaderThread },
      ],
    };
  }
}

/** Everything a fresh database needs before the first person signs in. May be run again at any time. */
export async function seedDatabase(settings: SeedSettings): Promise<PolicyPack> {
  const pack = await readPolicyPack(settings.packFolder);
  const client = new Client({ connectionString: settings.databaseUrl });
  await client.connect();
  try {
    // Two starters at once: the second waits here and then finds everything done.
    await client.query(`SELECT pg_advisory_lock(hashtext('lianban.seed'))`);
    await client.query('BEGIN');
    await seedDirectory(client, pack);
    await seedGovernedData(client, pack);
    await seedEventSources(client, pack, settings.dataFolder);
    await client.query('COMMIT');
    const app = await NestFactory.createApplicationContext(SeedModule.with(settings), {
      logger: ['error', 'warn'],
    });
    try {
      await seedDefinitions(app, pack);
      if (settings.demo) await seedDemo(app, client, pack, settings);
      else await seedAdministrator(client, pack, settings.adminPassword);
    } finally {
      await app.close();
    }
  } finally {
    await client.end();
  }
  return pack;
}

async function seedAdministrator(
  client: Client,
  pack: PolicyPack,
  password: string | undefined,
): Promise<void> {
  if (password === undefined) return;
  const administrator = {
    username: 'admin',
    name: { zh: '系统管理员', en: 'Administrator' },
    roles: ['admin'],
    posts: [],
  };
  await seedPerson(client, pack.tenant, administrator, await hashPassword(password));
}

export const packFolderOf = (root: string): string =>
  join(root, 'workflows', 'policy-packs', 'zhoushan-childcare');
