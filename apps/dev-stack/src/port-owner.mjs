import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

const listening = '0A';

/**
 * Who listens on a port, by the kernel's own tables (Linux; elsewhere unknown).
 * @param {number} port
 * @returns {string | undefined} such as "node (pid 4711)"
 */
export function ownerOfPort(port) {
  const inode = inodeOf(port);
  if (inode === undefined) return undefined;
  for (const pid of list('/proc').filter((name) => /^\d+$/.test(name))) {
    for (const fd of list(`/proc/${pid}/fd`)) {
      if (linkOf(`/proc/${pid}/fd/${fd}`) !== `socket:[${inode}]`) continue;
      return `${read(`/proc/${pid}/comm`).trim()} (pid ${pid})`;
    }
  }
  return undefined;
}

/** @param {number} port */
function inodeOf(port) {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const rows = [...read('/proc/net/tcp').split('\n'), ...read('/proc/net/tcp6').split('\n')];
  for (const row of rows) {
    const fields = row.trim().split(/\s+/);
    if (fields[1]?.endsWith(`:${hex}`) && fields[3] === listening) return fields[9];
  }
  return undefined;
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** @param {string} path */
function list(path) {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** @param {string} path */
function linkOf(path) {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
