/**
 * `npm run check:image`: performs what the Dockerfile says as ordinary commands, on a copy of what is committed, where
 * no container engine is at hand: every `RUN` of the build stage in its order, then whether the pruned result can load
 * each process of the product. Takes minutes; part of `npm run verify:long`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { run } from './run.mjs';
import { complain, say, Sentence } from './say.mjs';

const modules = [
  'apps/api/dist/create-app.js',
  'apps/worker/dist/worker.module.js',
  'prisma/schema-engine.mjs',
];
const files = [
  'apps/api/dist/main.js',
  'apps/worker/dist/main.js',
  'apps/web/dist/index.html',
  'prisma/seed/dist/seed.js',
];

/** @returns {string[]} the commands of the first stage */
function buildCommands() {
  const [, build = ''] = readFileSync(inRoot('Dockerfile'), 'utf8').split(/^FROM .*$/m);
  return build
    .split('\n')
    .filter((line) => line.startsWith('RUN '))
    .map((line) => line.slice('RUN '.length));
}

/**
 * @param {string} folder
 * @param {string} command
 */
async function perform(folder, command) {
  say(`image: ${command}`);
  const done = await run('sh', ['-c', command], { cwd: folder });
  if (done.ok) return;
  console.error(done.output.slice(-4000));
  throw new Sentence(
    `The image would not build: "${command}" failed (its messages are above).`,
    `镜像无法构建：“${command}”失败（原因见上）。`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'lianban-image-'));
try {
  await perform(root, `git archive HEAD | tar -x -C ${folder}`);
  for (const command of buildCommands()) await perform(folder, command);
  for (const file of files) await perform(folder, `test -s ${file}`);
  for (const module of modules)
    await perform(folder, `node -e "import('./${module}').then(() => process.exit(0))"`);
  say('image: what the Dockerfile says can be done, and each process loads from what it leaves');
} catch (error) {
  complain(error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
