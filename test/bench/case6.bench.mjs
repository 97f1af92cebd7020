/**
 * `npm run bench -- case6 [--cases=600] [--clients=8]`: six human tasks with a deadline each and a 2 KB variable, driven
 * over HTTP with sign-in on, as the peers were measured: the inbox is read before each completion. Counts and ratios
 * judge; times tell about this machine today.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { Clerk } from './measuring/clerk.mjs';
import { Meters } from './measuring/meters.mjs';
import { percentile, Report } from './measuring/report.mjs';

const { values: options } = parseArgs({
  options: {
    cases: { type: 'string', default: '600' },
    clients: { type: 'string', default: '8' },
    idle: { type: 'string', default: '20' },
  },
});
const [cases, clients, idleSeconds] = [options.cases, options.clients, options.idle].map(Number);
const warmUp = 60;
const tasksOfCase = 6;
const env = /** @type {Record<string, string>} */ (process.env);
const url = env['LIANBAN_URL'];
const password = 'zhoushan';
const people = ['health.dinghai', 'health.dinghai.b'];
const district = '330902';

/** @type {Record<'start' | 'list' | 'complete', number[]>} */
let times = { start: [], list: [], complete: [] };
let listed = 0;
/** @type {string[]} */
const done = [];

const admin = await new Clerk(url).signIn('admin', password);
await admin.post('/api/definitions', {
  xml: readFileSync(join(import.meta.dirname, 'case6.bpmn'), 'utf8'),
  manifest: { pack: 'bench' },
});
const clerks = await Promise.all(
  Array.from({ length: clients }, (_, index) =>
    new Clerk(url).signIn(people[index % people.length] ?? '', password),
  ),
);
const meters = await new Meters({
  adminUrl: env['DATABASE_ADMIN_URL'],
  database: new URL(env['DATABASE_URL']).pathname.slice(1),
  processes: env['LIANBAN_PROCESSES'],
  temporalMetrics: env['TEMPORAL_METRICS'],
}).open();

await drive(warmUp);
await meters.settle();
const idle = await span(() => pause(idleSeconds * 1000));
times = { start: [], list: [], complete: [] };
listed = 0;
done.length = 0;
await meters.checkpoint();
const before = await meters.read();
await drive(cases);
const after = await meters.read();
await meters.settle();
const settled = await meters.read();
await meters.close();
await checkCases();
report();

/**
 * The cases one after another at each client, all clients at once.
 * @param {number} count
 */
async function drive(count) {
  let next = 0;
  await Promise.all(
    clerks.map(async (clerk) => {
      for (let number = next++; number < count; number = next++) await driveCase(clerk, number);
    }),
  );
}

/**
 * @param {Clerk} clerk
 * @param {number} number
 */
async function driveCase(clerk, number) {
  const opened = await timed('start', () =>
    clerk.post('/api/cases', {
      definitionKey: 'case6',
      title: `基准 ${number}`,
      district,
      data: { branch: number % 2 === 0 ? 'a' : 'b', dossier: randomBytes(1536).toString('base64') },
    }),
  );
  const open = opened.tasks.map((/** @type {{id: string}} */ task) => task.id);
  let ended = false;
  for (let step = 0; step < tasksOfCase; step += 1) {
    const inbox = await timed('list', () => clerk.get('/api/inbox?limit=50'));
    listed += inbox.items.length;
    const tasks = open.map((/** @type {string} */ id) => {
      const task = inbox.items.find((/** @type {{id: string}} */ item) => item.id === id);
      if (!task) throw new Error(`the inbox does not show task ${id} that the answer before named`);
      return task;
    });
    const [task] = tasks;
    const answer = await timed('complete', () =>
      clerk.post(`/api/tasks/${task.id}/complete`, { version: task.version, form: {} }),
    );
    open.shift();
    open.push(...answer.next.map((/** @type {{id: string}} */ created) => created.id));
    ended = answer.case.status === 'ended';
  }
  if (!ended || open.length > 0) throw new Error(`case ${opened.case.caseNo} did not end after six tasks`);
  done.push(opened.case.id);
}

/**
 * @template T
 * @param {'start' | 'list' | 'complete'} what
 * @param {() => Promise<T>} act
 */
async function timed(what, act) {
  const since = performance.now();
  const answer = await act();
  times[what].push(performance.now() - since);
  return answer;
}

/** @param {() => Promise<void>} act */
async function span(act) {
  const from = await meters.read();
  await act();
  return { from, to: await meters.read() };
}

/** A run that fails its check has no result. */
async function checkCases() {
  const client = new pg.Client({ connectionString: env['DATABASE_OWNER_URL'] });
  await client.connect();
  const { rows } = await client.query(
    `SELECT count(*)::integer AS cases,
       sum((SELECT count(*) FROM task t WHERE t.case_id = c.id AND t.status = 'completed'))::integer AS tasks,
       sum((SELECT count(*) FROM clock k WHERE k.case_id = c.id AND k.state = 'met'))::integer AS clocks,
       sum((SELECT count(*) FROM stimulus s WHERE s.case_id = c.id))::integer AS stimuli,
       sum((SELECT count(*) FROM audit a WHERE a.case_id = c.id AND a.act = 'task.completed'))::integer AS acts,
       sum((SELECT count(*) FROM due d WHERE d.case_id = c.id))::integer AS due,
       sum((SELECT count(*) FROM incident i WHERE i.case_id = c.id))::integer AS incidents
     FROM case_file c WHERE c.id = ANY($1::uuid[]) AND c.status = 'ended' AND length(case_data(c.id) ->> 'dossier') = 2048`,
    [done],
  );
  await client.end();
  const tasks = cases * tasksOfCase;
  const wanted = { cases, tasks, clocks: tasks, stimuli: cases + tasks, acts: tasks, due: 0, incidents: 0 };
  if (JSON.stringify(rows[0]) !== JSON.stringify(wanted))
    throw new Error(`the run has no result: ${JSON.stringify(rows[0])} instead of ${JSON.stringify(wanted)}`);
}

function report() {
  const out = new Report();
  const seconds = (after.at - before.at) / 1000;
  const idleFor = (idle.to.at - idle.from.at) / 1000;
  /** @param {(reading: import('./measuring/meters.mjs').Reading) => number} of a second */
  const idleRate = (of) => (of(idle.to) - of(idle.from)) / idleFor;
  /** @param {(reading: import('./measuring/meters.mjs').Reading) => number} of */
  const total = (of) => (of(after) - of(before)) / cases;
  /** @param {number} rate a second @param {number} [digits] */
  const share = (rate, digits = 2) => `idle background in it: ${((rate * seconds) / cases).toFixed(digits)}`;

  out.line(`case6: ${cases} cases, ${clients} clients in a closed loop, ${seconds.toFixed(1)} s`);
  out.line('Counts (a case, whatever ran meanwhile included)');
  const writes = (/** @type {import('./measuring/meters.mjs').Reading} */ it) => it.writes;
  out.figure('write transactions', total(writes), { must: 8, more: share(idleRate(writes)) });
  const all = (/** @type {import('./measuring/meters.mjs').Reading} */ it) => it.transactions;
  // Counters of transactions come late; what is idle while waiting for them is taken off.
  const waited = idleRate(all) * ((settled.at - after.at) / 1000);
  const transactions = (settled.transactions - before.transactions - waited) / cases;
  out.figure('transactions in all', transactions, { must: 15, more: share(idleRate(all)) });
  const wal = (/** @type {import('./measuring/meters.mjs').Reading} */ it) => it.wal / 1024;
  out.figure('WAL', total(wal), {
    must: 60,
    goal: 40,
    unit: 'KB',
    digits: 1,
    more: `${((after.images - before.images) / cases).toFixed(2)} full page images, from the checkpoint before the run; ${share(idleRate(wal))}`,
  });
  out.figure('Temporal requests', after.temporal - before.temporal, { must: 0, digits: 0 });

  const cpu = [...after.cpu].map(([name, ms]) => ({
    name,
    ms: (ms - (before.cpu.get(name) ?? 0)) / cases,
    idle: ((idle.to.cpu.get(name) ?? 0) - (idle.from.cpu.get(name) ?? 0)) / idleFor,
  }));
  out.line('CPU (ms a case, from /proc)');
  const sum = cpu.reduce((ms, process) => ms + process.ms, 0);
  const idleSum = cpu.reduce((ms, process) => ms + process.idle, 0);
  out.figure('all processes', sum, { must: 40, goal: 22, unit: 'ms', more: share(idleSum) });
  for (const { name, ms, idle: rate } of cpu) out.figure(`  ${name}`, ms, { unit: 'ms', more: share(rate) });

  out.line('Times (this machine, this load: read ratios)');
  out.figure('cases a second', cases / seconds, { digits: 1 });
  for (const [what, list] of Object.entries(times))
    out.figure(`${what} p50 / p99`, percentile(list, 0.5), {
      unit: 'ms',
      digits: 1,
      more: `p99 ${percentile(list, 0.99).toFixed(1)} ms`,
    });
  out.line(
    `Each inbox page held ${(listed / times.list.length).toFixed(1)} rows; every task that an answer named stood`,
  );
  out.line('in the next inbox read; every case ended with six completed tasks and six met clocks.');
  out.end();
}
