import { lives } from './process-identity.mjs';
import { until } from './until.mjs';

/**
 * Asks a process to end, then ends it and its group.
 * @param {{pid: number, started?: string | undefined, stopSignal: NodeJS.Signals}} target
 * @param {number} [patience] milliseconds before it is ended by force
 * @returns {Promise<boolean>} whether it is gone
 */
export async function stopProcess(target, patience = 10_000) {
  if (!lives(target)) return true;
  send(target.pid, target.stopSignal);
  if (await until(() => !lives(target), patience)) return true;
  send(-target.pid, 'SIGKILL');
  send(target.pid, 'SIGKILL');
  return (await until(() => !lives(target), 5000)) ?? false;
}

/**
 * @param {number} pid negative for a whole group
 * @param {NodeJS.Signals} signal
 */
function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself meanwhile.
  }
}
