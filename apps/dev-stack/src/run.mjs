import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
// Whoever ends this command ends what it was waiting for: a build nobody waits for would go on for minutes.
process.once('exit', () => running.forEach((child) => child.kill()));

/**
 * Runs a program to its end without blocking what goes on beside it.
 * @param {string} command
 * @param {readonly string[]} words
 * @param {import('node:child_process').SpawnOptions & {show?: boolean, onLine?: (line: string) => void}} [options]
 *   show: let its output through; onLine: hear each line it prints
 * @returns {Promise<{ok: boolean, code: number | null, output: string}>}
 */
export function run(command, words, { show = false, onLine, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, words, {
      ...options,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    running.add(child);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    if (onLine && child.stdout) createInterface(child.stdout).on('line', onLine);
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => {
      running.delete(child);
      resolve({ ok: false, code: null, output: error.message });
    });
    child.once('close', (code) => {
      running.delete(child);
      resolve({ ok: code === 0, code, output: output.trim() });
    });
  });
}
