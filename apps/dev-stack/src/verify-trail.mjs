/**
 * `npm run verify-trail -- [--from=INSTANT] [--to=INSTANT] [--export=FOLDER] [--anchors=FILE]`: judges the trail of the
 * database at DATABASE_URL, or of the running `npm start`. The exit code is the verdict's: 0 valid, 1 not, 2 cannot say.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { dataFolder } from './data-folder.mjs';
import { installDependencies } from './dependencies.mjs';
import { inRoot } from './paths.mjs';
import { portOf } from './ports.mjs';
import { run } from './run.mjs';
import { complain, Sentence } from './say.mjs';

try {
  await installDependencies();
  await build({ web: false });
  const folder = dataFolder();
  const env = {
    ...process.env,
    LIANBAN_DATA: folder,
    DATABASE_URL: process.env['DATABASE_URL'] ?? ownDatabase(folder),
  };
  const program = inRoot('apps', 'trail', 'dist', 'verify-trail.js');
  const words = ['--enable-source-maps', program, ...process.argv.slice(2)];
  // Files are named as seen from where the command was given.
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  const done = await run(process.execPath, words, { cwd, env, show: true });
  process.exitCode = done.code ?? 2;
} catch (error) {
  complain(error);
  process.exitCode = 2;
}

/**
 * @param {string} folder
 * @returns {string}
 */
function ownDatabase(folder) {
  const passwords = join(folder, 'postgres-passwords.json');
  if (!existsSync(passwords))
    throw new Sentence(
      'There is no database here: set DATABASE_URL, or start the product first (npm start).',
      '此处没有数据库：请设置 DATABASE_URL，或先运行 npm start。',
    );
  const { app } = JSON.parse(readFileSync(passwords, 'utf8'));
  return `postgresql://lianban_app:${app}@127.0.0.1:${portOf('postgres')}/lianban`;
}
