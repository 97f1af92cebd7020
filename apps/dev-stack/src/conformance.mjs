/**
 * `npm run conformance:NAME -- DIR`: runs the public suite NAME on any folder of its cases. Installs and builds what is
 * missing; starts no server. Exit codes: 0 nothing fails that `test/conformance/exceptions.md` does not argue, 1
 * something does, 2 there is nothing to run. `npm run conformance:page` runs all public cases and writes the guide.
 */
import { build } from './build.mjs';
import { installDependencies } from './dependencies.mjs';
import { inRoot, root } from './paths.mjs';
import { run } from './run.mjs';
import { complain } from './say.mjs';

try {
  await installDependencies();
  await build({ server: false, conformance: true });
  const [name, ...more] = process.argv.slice(2);
  const made = inRoot('test', 'conformance', 'dist');
  const program = name === 'page' ? [`${made}/write-page.js`] : [`${made}/main.js`, name ?? '', ...more];
  const words = ['--enable-source-maps', ...program];
  const done = await run(process.execPath, words, { cwd: root, show: true });
  process.exitCode = done.code ?? 1;
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
