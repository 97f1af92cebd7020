import { join } from 'node:path';
import { packFolderOf, seedDatabase } from './seed-database.js';

/**
 * `node prisma/seed/dist/seed.js`: fills a migrated database; harmless where it is filled already.
 *
 * DATABASE_URL                the database, as the application's role
 * LIANBAN_DEMO=1              invented people and one institution to try the product with
 * LIANBAN_DEMO_INSTITUTIONS   and so many institutions with weeks of office life behind them (about twice as many cases);
 *                             played once, only where no case was ever opened; none by default
 * LIANBAN_ADMIN_PASSWORD      the first administrator's, where it isn't a demo
 * LIANBAN_DATA, FILES_DIR     where logins, secrets of event sources and uploads are put
 */
const root = join(import.meta.dirname, '..', '..', '..');
const {
  DATABASE_URL,
  FILES_DIR,
  LIANBAN_ADMIN_PASSWORD,
  LIANBAN_DATA,
  LIANBAN_DEMO,
  LIANBAN_DEMO_INSTITUTIONS,
} = process.env;
if (DATABASE_URL === undefined) throw new Error('DATABASE_URL names no database');
const demo = LIANBAN_DEMO === '1';
if (!demo && LIANBAN_ADMIN_PASSWORD === undefined) {
  console.log(
    'LIANBAN_ADMIN_PASSWORD is not set: no account is made. Set it and seed again to sign in as admin.',
  );
}

const filesFolder = FILES_DIR ?? join(LIANBAN_DATA ?? join(root, '.data'), 'files');
const pack = await seedDatabase({
  databaseUrl: DATABASE_URL,
  dataFolder: LIANBAN_DATA ?? join(filesFolder, '..'),
  filesFolder,
  packFolder: packFolderOf(root),
  demo,
  demoInstitutions: Number(LIANBAN_DEMO_INSTITUTIONS ?? 0),
  report: (line) => console.log(line),
  adminPassword: LIANBAN_ADMIN_PASSWORD,
});
console.log(`seeded ${pack.code}: ${pack.districts.length} districts, ${pack.processes.length} processes`);
