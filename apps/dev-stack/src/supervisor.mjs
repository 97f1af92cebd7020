import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { startOf } from './process-identity.mjs';
import { Sentence, say } from './say.mjs';
import { stopProcess } from './stop-process.mjs';
import { until } from './until.mjs';

/**
 * @typedef {object} Program
 * @property {string} name
 * @property {string} command
 * @property {string[]} arguments
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {{uid: number, gid: number}} [user]
 * @property {NodeJS.Signals} [stopSignal]
 * @property {() => Promise<boolean>} isReady
 * @property {number} [readyWithin] milliseconds
 */

const rotateAt = 10 * 1024 * 1024;
const firstPause = 500;
const longestPause = 30_000;
const counterResetAfter = 60_000;

/** Keeps programs running: starts them one after the other, restarts one that dies, stops them in reverse. */
export class Supervisor {
  /**
   * @param {string} folder
   * @param {import('./run-record.mjs').RunRecord} record
   */
  constructor(folder, record) {
    this.logs = join(folder, 'logs');
    this.record = record;
    this.stopping = false;
    /** @type {{program: Program, pid: number, started: string | undefined, deaths: number, retry?: NodeJS.Timeout}[]} */
    this.running = [];
    mkdirSync(this.logs, { recursive: true });
  }

  /**
   * Starts a program and waits until it answers.
   * @param {Program} program
   */
  async start(program) {
    if (this.stopping) return;
    this.rotate(program.name);
    const kept = { program, pid: 0, started: undefined, deaths: 0 };
    this.running.push(kept);
    this.spawn(kept);
    const limit = program.readyWithin ?? 30_000;
    const ready = await until(
      async () => kept.deaths > 2 || this.stopping || (await program.isReady()),
      limit,
    );
    if (this.stopping || (ready && kept.deaths <= 2)) return;
    throw new Sentence(
      `${program.name} ${kept.deaths > 2 ? 'ends right after its start' : `does not answer after ${limit / 1000} s`}. Its last words (all in ${this.logOf(program.name)}):\n${this.lastWords(program.name)}`,
      `${program.name} 启动失败，完整日志见 ${this.logOf(program.name)}。`,
    );
  }

  /** @param {Supervisor['running'][number]} kept */
  spawn(kept) {
    const { program } = kept;
    const log = openSync(this.logOf(program.name), 'a');
    // A group of its own: a Ctrl-C on the terminal reaches only us, and we stop them in order.
    const child = spawn(program.command, program.arguments, {
      cwd: program.cwd ?? '/',
      env: program.env ?? process.env,
      ...program.user,
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    const since = Date.now();
    let over = false;
    const died = (/** @type {string} */ how) => {
      if (over || this.stopping) return;
      over = true;
      this.restart(kept, how, Date.now() - since);
    };
    child.once('error', (error) => died(error.message));
    child.once('exit', (code, signal) => died(signal ?? `exit ${code}`));
    if (child.pid === undefined) return;
    kept.pid = child.pid;
    kept.started = startOf(child.pid);
    const { pid, started } = kept;
    this.record.add({ name: program.name, pid, started, stopSignal: program.stopSignal ?? 'SIGTERM' });
  }

  /**
   * @param {Supervisor['running'][number]} kept
   * @param {string} how
   * @param {number} lived milliseconds
   */
  restart(kept, how, lived) {
    kept.deaths = lived > counterResetAfter ? 1 : kept.deaths + 1;
    const pause = Math.min(firstPause * 2 ** (kept.deaths - 1), longestPause);
    say(
      `${kept.program.name} ended (${how}): starting it again in ${pause / 1000} s; log ${this.logOf(kept.program.name)}`,
    );
    kept.retry = setTimeout(() => {
      if (!this.stopping) this.spawn(kept);
    }, pause);
  }

  /** Stops everything, the last started first. */
  async stop() {
    this.stopping = true;
    for (const kept of this.running.toReversed()) {
      clearTimeout(kept.retry);
      if (kept.pid === 0) continue;
      const { pid, started, program } = kept;
      const gone = await stopProcess({ pid, started, stopSignal: program.stopSignal ?? 'SIGTERM' });
      if (!gone) say(`${program.name} (pid ${pid}) does not end`);
    }
    this.running = [];
  }

  /** The second Ctrl-C: no more patience. */
  kill() {
    for (const { pid } of this.running) {
      try {
        if (pid > 0) process.kill(-pid, 'SIGKILL');
      } catch {
        continue;
      }
    }
  }

  /** @param {string} name */
  logOf(name) {
    return join(this.logs, `${name}.log`);
  }

  /** @param {string} name */
  lastWords(name) {
    return readFileSync(this.logOf(name), 'utf8').trimEnd().split('\n').slice(-15).join('\n');
  }

  /** @param {string} name */
  rotate(name) {
    const log = this.logOf(name);
    if (existsSync(log) && statSync(log).size > rotateAt) renameSync(log, `${log}.1`);
  }
}
