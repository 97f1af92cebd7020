import { join } from 'node:path';
import { packFolderOf, seedDatabase } from './seed-database.js';

const root = join(import.meta.dirname, '..', '..', '..');
const { DATABASE_URL, FILES_DIR, LIANBAN_ADMIN_PASSWORD, LIANBAN_DATA, LIANBAN_DEMO } = process.env;
if (DATABASE_URL === undefined) throw new Error('DATABASE_URL names no database');
const demo = LIANBAN_DEMO === '1';
if (!demo && LIANBAN_ADMIN_PASSWORD === undefined) {
  console.log(
    'LIANBAN_ADMIN_PASSWORD is not set: no account is made. Set it and seed again to sign in as admin.',
  );
}

const pack = await seedDatabase({
  databaseUrl: DATABASE_URL,
  dataFolder: LIANBAN_DATA ?? join(FILES_DIR ?? join(root, '.data', 'files'), '..'),
  packFolder: packFolderOf(root),
  demo,
  adminPassword: LIANBAN_ADMIN_PASSWORD,
});
console.log(`seeded ${pack.code}: ${pack.districts.length} districts, ${pack.processes.length} processes`);
