import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { query } from './query.mjs';
import { Sentence } from './say.mjs';

/**
 * A PostgreSQL that somebody else runs. With DATABASE_OWNER_URL, both addresses are taken as they are. With
 * DATABASE_URL alone it is taken as the owner's, and the application gets a role of its own beside it: an application
 * that owns its tables could change the audit trail.
 * @param {string} folder
 * @returns {Promise<import('./postgres.mjs').Postgres | undefined>} undefined when DATABASE_URL is not set
 */
export async function externalPostgres(folder) {
  const given = process.env['DATABASE_URL'];
  if (!given) return undefined;
  const ownerUrl = process.env['DATABASE_OWNER_URL'] ?? given;
  try {
    await query(ownerUrl, 'SELECT 1');
  } catch (error) {
    throw new Sentence(
      `DATABASE_URL is set, but PostgreSQL does not answer there (${error instanceof Error ? error.message : String(error)}): start it, correct the address, or unset DATABASE_URL to get one.`,
      '已设置 DATABASE_URL，但该 PostgreSQL 无法连接：请启动它、更正地址，或取消该变量以自动获取。',
    );
  }
  if (process.env['DATABASE_OWNER_URL']) return { adminUrl: ownerUrl, ownerUrl, appUrl: given };
  return { adminUrl: ownerUrl, ownerUrl, appUrl: await applicationUrl(ownerUrl, folder) };
}

/**
 * @param {string} ownerUrl
 * @param {string} folder
 */
async function applicationUrl(ownerUrl, folder) {
  const kept = join(folder, 'application-password.json');
  const password = existsSync(kept)
    ? JSON.parse(readFileSync(kept, 'utf8'))
    : randomBytes(18).toString('hex');
  if (!existsSync(kept)) writeFileSync(kept, JSON.stringify(password), { mode: 0o600 });
  const found = await query(ownerUrl, "SELECT FROM pg_roles WHERE rolname = 'lianban_app'");
  const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER';
  try {
    await query(ownerUrl, `${verb} ROLE lianban_app LOGIN PASSWORD '${password}'`);
  } catch (error) {
    throw new Sentence(
      `The role in DATABASE_URL may not create the role lianban_app (${error instanceof Error ? error.message : String(error)}): create it, then set DATABASE_URL to it and DATABASE_OWNER_URL to the owner.`,
      'DATABASE_URL 中的角色无权创建 lianban_app：请先创建它，再将 DATABASE_URL 设为 lianban_app 的地址，DATABASE_OWNER_URL 设为属主的地址。',
    );
  }
  const url = new URL(ownerUrl);
  url.username = 'lianban_app';
  url.password = password;
  return url.href;
}
