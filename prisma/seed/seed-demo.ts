import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandBus } from '@nestjs/cqrs';
import type { INestApplicationContext } from '@nestjs/common';
import {
  demoInstitutionCode,
  demoLogins,
  demoPassword,
  PasswordHasher,
  RegisterInstitutionCommand,
} from '@lianban/application';
import { usccCheckSign } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { AppException } from '@lianban/kernel';
import type { Client } from 'pg';
import { demoPeople } from './demo-people.js';
import { seedHistory } from './history/seed-history.js';
import { officeId } from './offices.js';
import type { PolicyPack } from './policy-pack.js';
import { seedBanRegister } from './seed-ban-register.js';
import type { SeedSettings } from './seed-database.js';
import { seedPerson } from './seed-people.js';

/** Invented people and one institution, for a demo only; their logins for the starter and the sign-in page. */
export async function seedDemo(
  app: INestApplicationContext,
  client: Client,
  pack: PolicyPack,
  settings: SeedSettings,
): Promise<void> {
  const { databaseUrl, dataFolder, filesFolder, demoInstitutions = 0, report = () => undefined } = settings;
  const passwordHash = await app.get(PasswordHasher).hash(demoPassword);
  for (const person of demoPeople(pack)) await seedPerson(client, pack.tenant, person, passwordHash);
  await seedBanRegister(client, pack.tenant);
  // Before the demo institution: its case is opened by the worker, and a history is played only where there is none.
  const history = { databaseUrl, filesFolder, institutions: demoInstitutions, passwordHash, report };
  // A demo without a past is better than no demo: the failure is told, and the next start tries again.
  await seedHistory(client, pack, history).catch((failure: unknown) =>
    report(`the past could not be played, the demo starts without it: ${String(failure)}`),
  );
  const institution = `${demoInstitutionCode}${usccCheckSign(demoInstitutionCode)}`;
  await registerInstitution(app, pack, institution);
  const logins = demoLogins(institution).map((login) => ({ ...login, zh: login.does.zh, en: login.does.en }));
  await mkdir(dataFolder, { recursive: true });
  await writeFile(join(dataFolder, 'demo-logins.json'), `${JSON.stringify(logins, null, 2)}\n`);
}

async function registerInstitution(
  app: INestApplicationContext,
  pack: PolicyPack,
  uscc: string,
): Promise<void> {
  const registrar: Actor = {
    tenant: pack.tenant,
    kind: 'person',
    id: 'seed',
    name: '登记员甲（市场监管·定海）',
    roles: ['registrar'],
    officeIds: [officeId('dinghai', 'market-regulation', 'daily-supervision')],
  };
  const command = new RegisterInstitutionCommand(
    registrar,
    {
      uscc,
      nameZh: '定海示例托育园',
      kind: 'care-institution',
      registrationType: 'enterprise',
      registrationAuthority: 'market-regulation',
      businessScope: '3岁以下婴幼儿照护服务',
      address: '定海区示例路1号',
      district: '330902',
      legalRepresentative: '示例甲',
      certificateNo: '示例-0001',
    },
    'seed-demo-institution',
  );
  await app
    .get(CommandBus)
    .execute(command)
    .catch((failure: unknown) => {
      if (failure instanceof AppException && failure.error.code === 'REGISTRY.ALREADY_REGISTERED') return;
      throw failure;
    });
}
