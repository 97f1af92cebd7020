import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process began, in the system's own words. A pid alone is reused; a pid with its start is one process.
 * @param {number} pid
 * @returns {string | undefined} undefined when no such process lives
 */
export function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie holds its pid but nothing else.
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    if (process.platform === 'linux') return undefined;
    const asked = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return asked.status === 0 ? asked.stdout.trim() : undefined;
  }
}

/**
 * @param {{pid: number, started?: string | undefined}} identity
 * @returns {boolean} whether that very process still lives
 */
export const lives = ({ pid, started }) => started !== undefined && startOf(pid) === started;
