import { spawn } from 'node:child_process';

/**
 * Runs a program to its end without blocking what goes on beside it.
 * @param {string} command
 * @param {readonly string[]} arguments_
 * @param {import('node:child_process').SpawnOptions & {show?: boolean}} [options] show: let its output through
 * @returns {Promise<{ok: boolean, code: number | null, output: string}>}
 */
export function run(command, arguments_, { show = false, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, arguments_, {
      ...options,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ ok: false, code: null, output: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, code, output: output.trim() }));
  });
}
