/**
 * `npm run demo:time [-- INSTITUTIONS]`: a year of 500 institutions on the test clock, on a PostgreSQL of its own, with
 * Spring Festival, its make-up days and a change of the calendar in the middle. Prints the scorecards; exits non-zero and
 * says where, when a second calculation says anything else.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { installDependencies } from './dependencies.mjs';
import { onInterrupt } from './interrupt.mjs';
import { inRoot, root } from './paths.mjs';
import { freePort } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { seed } from './product.mjs';
import { query } from './query.mjs';
import { run } from './run.mjs';
import { runFolder } from './run-folder.mjs';
import { complain, say, Sentence } from './say.mjs';
import { Supervisor } from './supervisor.mjs';

const asked = process.argv.slice(2);
if (asked.length > 1 || !/^[1-9]\d{0,4}$/.test(asked[0] ?? '500')) {
  complain(
    new Sentence(
      `npm run demo:time -- 60 takes a number of institutions, not "${asked.join(' ')}".`,
      `npm run demo:time -- 60 的参数是机构数量，不能是“${asked.join(' ')}”。`,
    ),
  );
  process.exit(1);
}

const { folder, record } = await runFolder('demo');
const supervisor = new Supervisor(folder, record);

/** @param {number} code */
async function end(code) {
  await supervisor.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}
onInterrupt({ stop: () => end(130), kill: () => supervisor.kill() });

try {
  await installDependencies();
  await build({ web: false });
  const postgres = await startPostgres({ folder, port: await freePort(), supervisor, durable: false });
  const { migrate } = await import('../../../prisma/migrate.mjs');
  await migrate(postgres.ownerUrl);
  await query(postgres.ownerUrl, 'UPDATE business_time SET movable = true');
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: postgres.appUrl,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    LIANBAN_DATA: folder,
    FILES_DIR: join(folder, 'files'),
    LIANBAN_DEMO: '1',
  };
  await seed(env);
  say('the year begins · 一年开始');
  const year = inRoot('prisma', 'seed', 'dist', 'year', 'main.js');
  const { ok } = await run(process.execPath, ['--enable-source-maps', year, ...asked], {
    cwd: root,
    env,
    show: true,
  });
  await end(ok ? 0 : 1);
} catch (failure) {
  complain(failure);
  await end(1);
}
