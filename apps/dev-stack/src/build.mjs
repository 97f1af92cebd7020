import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { inRoot, root } from './paths.mjs';
import { run } from './run.mjs';
import { Sentence, say } from './say.mjs';

/**
 * @typedef {{name: 'server' | 'testing' | 'pure' | 'conformance' | 'web', script: string, entry: string, sources: string[], made: string[]}} Part
 * @type {Part[]}
 */
const parts = [
  {
    name: 'server',
    script: 'build:server',
    entry: 'tsconfig.build.json',
    sources: [
      'libs',
      'workflows',
      'apps/api',
      'apps/worker',
      'apps/demo',
      'apps/trail',
      'prisma',
      'package-lock.json',
      'tsconfig.json',
      'tsconfig.build.json',
    ],
    made: [
      'apps/api/dist/main.js',
      'apps/worker/dist/main.js',
      'apps/demo/dist/main.js',
      'apps/trail/dist/verify-trail.js',
    ],
  },
  {
    name: 'testing',
    script: 'build:testing',
    entry: 'libs/testing/tsconfig.json',
    sources: ['libs', 'package-lock.json', 'tsconfig.json'],
    made: ['libs/testing/dist/index.js'],
  },
  {
    name: 'pure',
    script: 'build:pure',
    entry: 'libs/bpmn-compiler/tsconfig.json',
    sources: ['libs', 'package-lock.json', 'tsconfig.json'],
    made: ['libs/bpmn-compiler/dist/index.js', 'libs/expressions/dist/index.js'],
  },
  {
    name: 'conformance',
    script: 'build:conformance',
    entry: 'test/conformance/tsconfig.json',
    sources: ['libs', 'test/conformance', 'package-lock.json', 'tsconfig.json'],
    made: ['test/conformance/dist/main.js'],
  },
  {
    name: 'web',
    script: 'build:web',
    entry: 'apps/web/index.html',
    sources: [
      'apps/web',
      'libs/kernel',
      'libs/contracts',
      'libs/calendar',
      'libs/process-runtime',
      'package-lock.json',
    ],
    made: ['apps/web/dist/index.html'],
  },
];

const made = new Set(['node_modules', 'dist', 'generated', 'coverage']);

/**
 * Builds what changed since the last build. The compiler is incremental by itself, but asking it takes ten seconds.
 * @param {{server?: boolean, web?: boolean, testing?: boolean, pure?: boolean, conformance?: boolean}} what the server unless told otherwise
 */
export async function build({
  server = true,
  web = false,
  testing = false,
  pure = false,
  conformance = false,
}) {
  const wanted = { server, web, testing, pure, conformance };
  for (const part of parts) {
    if (!wanted[part.name] || !existsSync(inRoot(part.entry))) continue;
    const stamp = inRoot('.cache', `built-${part.name}`);
    const mark = fingerprint(part.sources);
    const current = existsSync(stamp) && readFileSync(stamp, 'utf8') === mark;
    if (current && part.made.every((file) => existsSync(inRoot(file)))) continue;
    say(`build: ${part.name}`);
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const done = await run(npm, ['run', '--silent', part.script], { cwd: root });
    if (!done.ok) {
      console.error(done.output.slice(-6000));
      throw new Sentence(
        `The ${part.name} does not build (npm run ${part.script}, its messages are above).`,
        `${part.name} 构建失败（npm run ${part.script}，原因见上）。`,
      );
    }
    mkdirSync(inRoot('.cache'), { recursive: true });
    writeFileSync(stamp, mark);
  }
}

/**
 * Names, sizes and times of the sources: cheap to take, and any edit changes it.
 * @param {string[]} sources
 */
function fingerprint(sources) {
  const hash = createHash('sha256');
  const walk = (/** @type {string} */ path) => {
    if (!existsSync(path)) return;
    const stat = statSync(path);
    if (!stat.isDirectory()) {
      if (!path.endsWith('.tsbuildinfo')) hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
      return;
    }
    for (const name of readdirSync(path).toSorted()) if (!made.has(name)) walk(join(path, name));
  };
  for (const source of sources) walk(inRoot(source));
  return hash.digest('hex');
}
