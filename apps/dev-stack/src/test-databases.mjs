import { migrate } from '../../../prisma/migrate.mjs';
import { database } from './postgres.mjs';
import { seed } from './product.mjs';
import { query } from './query.mjs';

const template = 'lianban_template';
const seededTemplate = 'lianban_template_seeded';

/**
 * Two databases to be cloned, one for each test file that asks: one with the tables only, one with the policy pack and
 * the demo in it.
 * @param {import('./postgres.mjs').Postgres} postgres
 * @param {NodeJS.ProcessEnv} env
 * @param {(error: unknown) => void} onSeedFailure tests that need no seed run all the same
 * @returns {Promise<NodeJS.ProcessEnv>} what the tests are told
 */
export async function makeTemplates(postgres, env, onSeedFailure) {
  await database(postgres.adminUrl, template);
  await migrate(at(postgres.ownerUrl, template));
  await query(
    postgres.adminUrl,
    `CREATE DATABASE ${seededTemplate} OWNER lianban_owner TEMPLATE ${template}`,
  );
  const seeding = seed({
    ...env,
    LIANBAN_DEMO: '1',
    DATABASE_URL: at(postgres.appUrl, seededTemplate),
    DATABASE_OWNER_URL: at(postgres.ownerUrl, seededTemplate),
  });
  await seeding.catch(async (/** @type {unknown} */ error) => {
    onSeedFailure(error);
    // A half-filled template would make tests fail for obscure reasons; a missing one says so.
    await query(postgres.adminUrl, `DROP DATABASE ${seededTemplate} WITH (FORCE)`);
  });
  return {
    LIANBAN_TEST_PG_ADMIN_URL: postgres.adminUrl,
    LIANBAN_TEST_PG_OWNER_URL: postgres.ownerUrl,
    LIANBAN_TEST_PG_APP_URL: postgres.appUrl,
    LIANBAN_TEST_TEMPLATE_DB: template,
    LIANBAN_TEST_SEEDED_TEMPLATE_DB: seededTemplate,
  };
}

/**
 * @param {string} url
 * @param {string} name
 */
function at(url, name) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
