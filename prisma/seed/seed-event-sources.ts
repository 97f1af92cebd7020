import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventType } from '@lianban/contracts';
import type { Client } from 'pg';
import { shortName } from './offices.js';
import type { PackDistrict, PolicyPack } from './policy-pack.js';

const senders: readonly { readonly department: string; readonly events: readonly string[] }[] = [
  { department: 'market-regulation', events: ['institution.registered'] },
  { department: 'civil-affairs', events: ['institution.registered'] },
  { department: 'staffing-office', events: ['institution.registered'] },
  { department: 'education', events: ['nursery-class.approved'] },
  { department: 'public-security', events: ['background-check.returned'] },
  { department: 'filing-system', events: ['filing.submitted', 'filing.supplemented'] },
];

const sourceOf = (district: PackDistrict, department: string): string =>
  `/zhoushan/${district.code}/${department}`;

/**
 * Systems that may send events, each with a secret of its own. Secrets are made once; they are written to the data
 * folder for whoever connects the systems, and never again.
 */
export async function seedEventSources(client: Client, pack: PolicyPack, dataFolder: string): Promise<void> {
  const names = new Map(pack.departments.map(({ code, name }) => [code, name]));
  const made: { source: string; secret: string }[] = [];
  for (const district of pack.districts) {
    for (const { department, events } of senders) {
      const source = sourceOf(district, department);
      const secret = `whsec_${randomBytes(32).toString('base64')}`;
      const name = names.get(department) ?? { zh: '备案系统', en: 'Filing system' };
      const stored = await client.query(
        `INSERT INTO event_source (source, tenant, name_zh, name_en, secrets, types) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (source) DO NOTHING`,
        [
          source,
          pack.tenant,
          `${district.name.zh}${name.zh}`,
          `${name.en}, ${shortName(district)}`,
          [secret],
          events.map(eventType),
        ],
      );
      if (stored.rowCount === 1) made.push({ source, secret });
    }
  }
  if (made.length === 0) return;
  await mkdir(dataFolder, { recursive: true });
  await writeFile(join(dataFolder, 'event-sources.json'), `${JSON.stringify(made, null, 2)}\n`, {
    mode: 0o600,
  });
}
