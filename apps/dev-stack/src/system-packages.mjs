import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { onPath } from './on-path.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/** Debian asks this script whether a freshly installed service may start; ours runs under our own eyes instead. */
const policy = '/usr/sbin/policy-rc.d';

let listsAreFresh = false;

/**
 * Installs packages with the system's own package manager, when this is root and there is one we know.
 * @param {{apt: string[], dnf: string[], apk: string[]}} packages their names in each world
 * @param {string} why
 * @returns {Promise<boolean>} whether they were installed
 */
export async function installSystemPackages(packages, why) {
  if (process.getuid?.() !== 0) return false;
  if (onPath('apt-get')) return aptInstall(packages.apt, why);
  if (onPath('dnf')) return install('dnf', ['install', '-y', '-q', ...packages.dnf], why);
  if (onPath('apk')) return install('apk', ['add', '--no-cache', '-q', ...packages.apk], why);
  return false;
}

/**
 * @param {string[]} names
 * @param {string} why
 */
async function aptInstall(names, why) {
  const settings = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
  listsAreFresh ||= await install('apt-get', [...settings, 'update'], `${why}: package lists`);
  const forbids = !existsSync(policy);
  if (forbids) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return await install('apt-get', [...settings, 'install', '-y', '--no-install-recommends', ...names], why);
  } finally {
    if (forbids) rmSync(policy, { force: true });
  }
}

/**
 * @param {string} command
 * @param {string[]} words
 * @param {string} why
 */
async function install(command, words, why) {
  const shown = words.filter((word) => !word.startsWith('-') && !word.includes('::'));
  say(`${why}: ${command} ${shown.join(' ')}`);
  const done = await run(command, words, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  if (!done.ok) say(`${command}: ${done.output.slice(-600)}`);
  return done.ok;
}
