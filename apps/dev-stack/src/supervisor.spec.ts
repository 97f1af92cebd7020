import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimPort, freePort } from './ports.mjs';
import { startOf } from './process-identity.mjs';
import { RunRecord } from './run-record.mjs';
import { Supervisor } from './supervisor.mjs';
import { until } from './until.mjs';

const gone = { pid: 2 ** 22 + 1, started: 'never' };

describe('what a start keeps running', () => {
  let folder: string;
  let record: RunRecord;
  let supervisor: Supervisor;
  const program = (script: string, isReady = () => Promise.resolve(true)) => ({
    name: 'it',
    command: process.execPath,
    arguments: ['-e', script],
    isReady,
    readyWithin: 5000,
  });
  const pidOf = (): number | undefined => record.read()?.children[0]?.pid;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lianban-supervisor-'));
    record = new RunRecord(folder);
    record.take();
    supervisor = new Supervisor(folder, record);
  });
  afterEach(async () => {
    await supervisor.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts a program again that was killed', async () => {
    await supervisor.start(program('setInterval(() => {}, 1000)'));
    const first = pidOf() ?? 0;
    process.kill(first, 'SIGKILL');
    const second = await until(() => pidOf() !== first && pidOf(), 5000);
    expect(second).not.toBe(first);
    expect(startOf(second as number)).toBeDefined();
  });

  it('gives up with its last words when a program ends right after its start, again and again', async () => {
    const start = supervisor.start(
      program("console.log('no licence'); process.exit(3)", () => Promise.resolve(false)),
    );
    await expect(start).rejects.toThrow(/ends right after its start[^]*no licence/);
  });

  it('stops what it started', async () => {
    await supervisor.start(program('setInterval(() => {}, 1000)'));
    const pid = pidOf() ?? 0;
    await supervisor.stop();
    expect(startOf(pid)).toBeUndefined();
  });

  it('is found and stopped by the next start after this one was killed', async () => {
    await supervisor.start(program('setInterval(() => {}, 1000)'));
    const pid = pidOf() ?? 0;
    const dead = { ...record.state, starter: gone };
    writeFileSync(record.path, JSON.stringify(dead));
    writeFileSync(record.lock, JSON.stringify(gone));
    // From here on the program's end is nobody's accident.
    supervisor.stopping = true;
    const next = new RunRecord(folder);
    expect(next.take()).toBeUndefined();
    await next.stopOrphans();
    expect(startOf(pid)).toBeUndefined();
  });

  it('belongs to one start: a second is told who has it', () => {
    expect(new RunRecord(folder).take()).toMatchObject({ starter: { pid: process.pid }, ready: false });
  });

  it('does not take a pid that was given to another process for its own', () => {
    const state = { starter: { pid: process.pid, started: 'long ago' }, ready: true, children: [] };
    writeFileSync(record.path, JSON.stringify(state));
    writeFileSync(record.lock, JSON.stringify(state.starter));
    expect(new RunRecord(folder).take()).toBeUndefined();
    expect(JSON.parse(readFileSync(record.path, 'utf8'))).toMatchObject({
      starter: { started: startOf(process.pid) },
    });
  });
});

describe('a port in use', () => {
  let server: Server;
  const before = process.env['LIANBAN_REDIS_PORT'];
  afterEach(() => {
    server.close();
    if (before === undefined) delete process.env['LIANBAN_REDIS_PORT'];
    else process.env['LIANBAN_REDIS_PORT'] = before;
  });

  it('is named with who has it and the variable that moves it', async () => {
    const port = await freePort();
    server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    process.env['LIANBAN_REDIS_PORT'] = String(port);
    await expect(claimPort('redis')).rejects.toThrow(new RegExp(`Port ${port} .*LIANBAN_REDIS_PORT=`));
  });
});
