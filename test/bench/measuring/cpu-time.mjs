import { readFileSync, readdirSync } from 'node:fs';

/** Linux counts CPU time for /proc in hundredths of a second on every common platform (USER_HZ). */
const MS_PER_TICK = 10;

/**
 * CPU time so far of processes with all their descendants, in milliseconds, by name. Time of descendants that ended and
 * were waited for is kept by their parents, so the sum never runs backwards.
 * @param {readonly {name: string, pid: number}[]} processes
 * @returns {Map<string, number>}
 */
export function cpuTimeOf(processes) {
  const table = processTable();
  return new Map(
    processes.map(({ name, pid }) => {
      let ticks = 0;
      const waiting = [pid];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const found = table.get(next);
        if (!found) continue;
        ticks += found.ticks;
        waiting.push(...found.children);
      }
      return [name, ticks * MS_PER_TICK];
    }),
  );
}

/** @returns {Map<number, {ticks: number, children: number[]}>} */
function processTable() {
  /** @type {Map<number, {ticks: number, children: number[]}>} */
  const table = new Map();
  /** @type {[number, number][]} */
  const parents = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The name of the program may hold spaces and brackets; the numbers follow its last bracket.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const [user, system, waitedUser, waitedSystem] = fields.slice(11, 15).map(Number);
      const ticks = (user ?? 0) + (system ?? 0) + (waitedUser ?? 0) + (waitedSystem ?? 0);
      table.set(Number(name), { ticks, children: [] });
      parents.push([Number(name), Number(fields[1])]);
    } catch {
      // Ended between the listing and the reading.
      continue;
    }
  }
  for (const [pid, parent] of parents) table.get(parent)?.children.push(pid);
  return table;
}
