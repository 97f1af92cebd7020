import { existsSync, readFileSync } from 'node:fs';
import { inRoot, root } from './paths.mjs';
import { run } from './run.mjs';
import { Sentence, say } from './say.mjs';

/**
 * npm writes this file when an installation is complete, so it is the stamp: what it lists is what lies on the disk.
 */
const installedLock = inRoot('node_modules', '.package-lock.json');

/** @typedef {{version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean}} LockEntry */

/** @returns {boolean} whether everything the lock file asks for is installed */
function isInstalled() {
  if (!existsSync(installedLock)) return false;
  /** @type {Record<string, LockEntry>} */
  const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  /** @type {Record<string, LockEntry>} */
  const have = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  return Object.entries(wanted)
    .filter(([path]) => path.includes('node_modules/'))
    .every(([path, entry]) => {
      const found = have[path];
      // Binaries for other platforms are optional and rightly absent.
      if (found === undefined) return entry.optional === true || entry.peer === true;
      return found.version === entry.version;
    });
}

/** Installs what the lock file asks for, unless it lies there already. */
export async function installDependencies() {
  if (isInstalled()) return;
  const fresh = !existsSync(installedLock);
  const words = [fresh ? 'ci' : 'install', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'];
  say(`dependencies: npm ${words[0]} (${fresh ? 'first start' : 'the lock file changed'})`);
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = await run(command, words, { cwd: root, show: true });
  if (done.ok) return;
  throw new Sentence(
    `npm could not install the dependencies (its own message is above): check the network and "npm config get registry", then run this again.`,
    `npm 未能安装依赖（原因见上）：请检查网络和 npm 源（npm config get registry），然后重试。`,
  );
}
