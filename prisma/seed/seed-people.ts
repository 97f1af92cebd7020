import type { Client } from 'pg';
import { v5 as uuidv5 } from 'uuid';
import type { SeededPerson } from './demo-people.js';

/** Ids follow from user names, so that a second seed finds the same people. */
const people = 'c8f7f4f0-5f0e-4f6c-9d5e-6b1f3a1d2c77';

/** A person who is there already keeps the password. */
export async function seedPerson(
  client: Client,
  tenant: string,
  it: SeededPerson,
  passwordHash: string,
): Promise<void> {
  const id = uuidv5(`${tenant} ${it.username}`, people);
  await client.query(
    `INSERT INTO app_user (id, tenant, username, password_hash, name_zh, name_en, roles) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (username) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en, roles = excluded.roles`,
    [id, tenant, it.username, passwordHash, it.name.zh, it.name.en, it.roles],
  );
  for (const { officeId, post } of it.posts) {
    await client.query(
      'INSERT INTO user_post (user_id, office_id, post) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [id, officeId, post],
    );
  }
}
