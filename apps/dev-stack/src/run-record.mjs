import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lives, startOf } from './process-identity.mjs';
import { Sentence, say } from './say.mjs';
import { stopProcess } from './stop-process.mjs';

/**
 * @typedef {{name: string, pid: number, started: string | undefined, stopSignal: NodeJS.Signals}} Recorded
 * @typedef {{starter: {pid: number, started: string | undefined}, url?: string, ready: boolean, children: Recorded[]}} RunState
 */

/** What runs in a data folder, written down so that a later start can find it again after any kind of death. */
export class RunRecord {
  /** @param {string} folder */
  constructor(folder) {
    this.path = join(folder, 'processes.json');
    this.lock = join(folder, 'starter.lock');
    /** @type {RunState} */
    this.state = { starter: { pid: process.pid, started: startOf(process.pid) }, ready: false, children: [] };
  }

  /**
   * Takes the folder for this process, or tells who has it.
   * @returns {RunState | undefined} the state of the run that holds the folder
   */
  take() {
    const other = this.read();
    if (other && lives(other.starter)) return other;
    const own = `${this.lock}.${process.pid}`;
    writeFileSync(own, JSON.stringify(this.state.starter));
    try {
      // Two starts in the same instant: one makes the file, and the other finds it whole.
      linkSync(own, this.lock);
    } catch {
      const holder = parse(this.lock);
      if (holder && lives(holder)) return this.read() ?? { starter: holder, ready: false, children: [] };
      renameSync(own, this.lock);
    } finally {
      rmSync(own, { force: true });
    }
    this.state.children = other?.children ?? [];
    this.write();
    return undefined;
  }

  /** Stops what a killed start left behind: servers without anybody who watches them. */
  async stopOrphans() {
    const orphans = this.state.children.filter(lives);
    if (orphans.length > 0)
      say(`an earlier start was killed: stopping what it left (${orphans.map((it) => it.name).join(', ')})`);
    for (const orphan of orphans.toReversed()) {
      if (await stopProcess(orphan)) continue;
      throw new Sentence(
        `The ${orphan.name} of an earlier start (pid ${orphan.pid}) does not end: end it by hand, then start again.`,
        `上次启动遗留的 ${orphan.name}（pid ${orphan.pid}）无法结束：请手动结束后重试。`,
      );
    }
    this.state.children = [];
    this.write();
  }

  /** @param {Recorded} child */
  add(child) {
    this.state.children = [...this.state.children.filter((it) => it.name !== child.name), child];
    this.write();
  }

  /** @param {string} url */
  markReady(url) {
    this.state = { ...this.state, url, ready: true };
    this.write();
  }

  release() {
    rmSync(this.path, { force: true });
    rmSync(this.lock, { force: true });
  }

  write() {
    // Renamed into place: a reader never sees half a record.
    writeFileSync(`${this.path}.${process.pid}`, JSON.stringify(this.state, undefined, 2));
    renameSync(`${this.path}.${process.pid}`, this.path);
  }

  /** @returns {RunState | undefined} */
  read() {
    return parse(this.path);
  }
}

/** @param {string} path */
function parse(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
