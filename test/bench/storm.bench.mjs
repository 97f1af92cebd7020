/**
 * `npm run bench -- storm [--open=1000000] [--deadlines=50000] [--spread=0] [--rate=20]`: deadlines of one instant (or
 * spread over so many seconds) among a million open tasks, while events that open cases come in beside them. Times tell about
 * this machine; that all fired, none twice and none early, and the ratio of the slow-down, tell about the product.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { EventSender, seedDeadlines, seedOpenTasks } from '@lianban/testing';
import pg from 'pg';
import { Clerk } from './measuring/clerk.mjs';
import { percentile, Report } from './measuring/report.mjs';

const { values: options } = parseArgs({
  options: {
    open: { type: 'string', default: '1000000' },
    deadlines: { type: 'string', default: '50000' },
    spread: { type: 'string', default: '0' },
    rate: { type: 'string', default: '20' },
    calm: { type: 'string', default: '20' },
  },
});
const [open, deadlines, spread, rate, calm] = [
  options.open,
  options.deadlines,
  options.spread,
  options.rate,
  options.calm,
].map(Number);
const env = /** @type {Record<string, string>} */ (process.env);
const owner = env['DATABASE_OWNER_URL'];
const source = '/zhoushan/330902/market-regulation';
const type = 'cn.gov.zhoushan.childcare.institution.unfiled-detected.v1';
const MS = 1000;
/** Deadlines of this run: their cases are those that were seeded. */
const OF_STORM = `f.level = 'L1' AND f.case_id IN (SELECT id FROM case_file WHERE case_no LIKE 'L-%')`;
const TO_FIRE = `SELECT count(*) FROM (SELECT FROM due WHERE state = 'pending' AND kind = 'rung' AND at <= $1 LIMIT 1) d`;
const TWICE_IN_TRAIL = `SELECT count(*) FROM (SELECT FROM audit a JOIN case_file c ON c.id = a.case_id
  WHERE a.act = 'rung.fired' AND c.case_no LIKE 'L-%' GROUP BY a.object_id, a.ground HAVING count(*) > 1) twice`;

const client = new pg.Client({ connectionString: owner });
await client.connect();
const seeding = performance.now();
await seedOpenTasks(owner, { open });
// Written far away first and moved near when all is in place: how long writing takes depends on the machine.
const start = new Date(Math.ceil(Date.now() / MS) * MS + 86_400_000);
await seedDeadlines(owner, { count: deadlines, from: start.toISOString(), spreadMs: spread * MS });
const seeded = (performance.now() - seeding) / MS;
await settled();
await listen();

// Deadlines are set long before they fall due: what setting them leaves to the database is done when the storm comes.
const storm = new Date(Math.ceil(Date.now() / MS) * MS + (calm + Math.max(15, open / 25_000)) * MS);
const begins = storm.getTime();
await bringNear(begins - start.getTime());
for (const table of ['due', 'clock', 'task']) await client.query(`VACUUM (ANALYZE) ${table}`);
if (Date.now() > begins - calm * MS - 5_000)
  throw new Error('This machine is too slow for the lead of the storm.');
await pause(begins - calm * MS - 5_000 - Date.now());

const sender = new EventSender(env['LIANBAN_URL'], source, await secretOf(source));
/** @type {{id: string, sentAt: number}[]} */
const sent = [];
const over = new AbortController();
const senders = send();
await pause(begins - Date.now());
// What is counted afterwards says whether all fired; until then only their schedule is looked at, which costs nothing.
const drained = await until(async () => (await count(TO_FIRE, [new Date(begins + spread * MS)])) === 0, 300);
const ends = Date.now();
await pause(5_000);
over.abort();
await senders;
await until(async () => (await arrivals()).length === sent.length, 60);
await report();
await client.end();

/** Deadlines, their schedules and the tasks that carry them, all at once. @param {number} ms */
async function bringNear(ms) {
  await client.query('BEGIN');
  await client.query(
    `WITH moved AS (
       UPDATE clock k SET due_at = k.due_at + $1 * interval '1 ms', started_at = k.started_at + $1 * interval '1 ms'
       FROM case_file c WHERE c.id = k.case_id AND c.case_no LIKE 'L-%' RETURNING k.id, k.case_id, k.due_at, k.node),
     tasks AS (UPDATE task t SET due_at = m.due_at FROM moved m WHERE t.case_id = m.case_id AND t.node = m.node AND t.status = 'open')
     UPDATE due d SET at = m.due_at, payload = jsonb_build_object('schedule', (
       SELECT jsonb_agg(act || jsonb_build_object('at', to_char(m.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY place)
       FROM jsonb_array_elements(d.payload -> 'schedule') WITH ORDINALITY AS s(act, place)))
     FROM moved m WHERE d.clock_id = m.id`,
    [ms],
  );
  await client.query('COMMIT');
}

/** Events at an even rate, whatever becomes of them. */
async function send() {
  /** @type {Promise<unknown>[]} */
  const answers = [];
  while (!over.signal.aborted) {
    const event = unfiled();
    sent.push({ id: event.id, sentAt: Date.now() });
    answers.push(answered(event));
    await pause(MS / rate);
  }
  await Promise.all(answers);
}

/** @param {ReturnType<typeof unfiled>} event */
async function answered(event) {
  const { status } = await sender.send(event);
  if (status !== 202) throw new Error(`an event was answered with ${status}`);
}

function unfiled() {
  return sender.event('institution.unfiled-detected', {
    institutionId: randomUUID(),
    registeredAt: new Date().toISOString(),
    workingDaysElapsed: 30,
  });
}

/** When the first task of each event's case was there. @returns {Promise<{id: string, at: number}[]>} */
async function arrivals() {
  const { rows } = await client.query(
    `SELECT split_part(c.caused_by, '#', 3) AS id, min(t.created_at) AS at FROM case_file c JOIN task t ON t.case_id = c.id
     WHERE c.definition_key = 'beside-storm' AND split_part(c.caused_by, '#', 3) = ANY($1) GROUP BY 1`,
    [sent.map(({ id }) => id)],
  );
  return rows.map(({ id, at }) => ({ id, at: at.getTime() }));
}

async function report() {
  const { rows } = await client.query(
    `SELECT extract(epoch FROM f.fired_at - f.planned_at) * 1000 AS late FROM ladder_firing f WHERE ${OF_STORM} AND f.fired`,
  );
  const late = rows.map((row) => Number(row.late));
  const latency = new Map((await arrivals()).map(({ id, at }) => [id, at]));
  const times = (/** @type {(sentAt: number) => boolean} */ during) =>
    sent.flatMap(({ id, sentAt }) => (during(sentAt) ? [(latency.get(id) ?? Infinity) - sentAt] : []));
  const before = times((sentAt) => sentAt < begins - 5_000);
  const within = times((sentAt) => sentAt >= begins && sentAt <= ends);
  const out = new Report();
  out.line(
    `storm: ${deadlines} deadlines ${spread === 0 ? 'in one instant' : `over ${spread} s`}, ${open} open tasks, ${rate} events/s beside them; seeded in ${seeded.toFixed(0)} s`,
  );
  out.line('Counts');
  out.figure('not fired', deadlines - late.length, { must: 0, digits: 0 });
  out.figure('fired early', late.filter((ms) => ms < 0).length, { must: 0, digits: 0 });
  out.figure('in the trail twice', await count(TWICE_IN_TRAIL), { must: 0, digits: 0 });
  out.figure('events lost', sent.length - latency.size, { must: 0, digits: 0 });
  out.line(
    `Lateness (s; drained ${drained ? `${((ends - begins) / MS).toFixed(1)} s after the first fell due` : 'NOT in 300 s'})`,
  );
  const [p99, max] = spread === 0 ? [10, 15] : [2, 15];
  out.figure('p50', percentile(late, 0.5) / MS, { unit: 's' });
  out.figure('p99', percentile(late, 0.99) / MS, { unit: 's', must: p99 });
  out.figure('max', percentile(late, 1) / MS, { unit: 's', must: max });
  out.line('Event to task in the inbox (ms)');
  out.figure('p50 before', percentile(before, 0.5), {
    digits: 0,
    unit: 'ms',
    more: `p99 ${percentile(before, 0.99).toFixed(0)} ms, ${before.length} events`,
  });
  out.figure('p50 during', percentile(within, 0.5), {
    digits: 0,
    unit: 'ms',
    more: `p99 ${percentile(within, 0.99).toFixed(0)} ms, ${within.length} events`,
  });
  out.figure('slow-down of p50', percentile(within, 0.5) / percentile(before, 0.5), { must: 2 });
  out.end();
}

/** @param {string} sql @param {unknown[]} [values] */
async function count(sql, values = []) {
  return Number((await client.query(sql, values)).rows[0].count);
}

/** A process whose first task comes with its event: what is measured beside the storm is the product, no other system. */
async function listen() {
  const admin = await new Clerk(env['LIANBAN_URL'] ?? '').signIn('admin', 'zhoushan');
  await admin.post('/api/definitions', {
    xml: readFileSync(join(import.meta.dirname, 'storm.bpmn'), 'utf8'),
    manifest: { pack: 'bench' },
  });
  await client.query('UPDATE event_source SET types = types || $2 WHERE source = $1', [source, [type]]);
}

/** Nothing of the seed is under way any more. */
async function settled() {
  await until(async () => (await count('SELECT count(*) FROM outbox WHERE done_at IS NULL')) === 0, 60);
}

/** @param {string} name */
async function secretOf(name) {
  const { rows } = await client.query('SELECT secrets[1] AS secret FROM event_source WHERE source = $1', [
    name,
  ]);
  return rows[0].secret;
}

/** @param {() => Promise<boolean>} condition @param {number} seconds */
async function until(condition, seconds) {
  const last = Date.now() + seconds * MS;
  while (Date.now() < last) {
    if (await condition()) return true;
    await pause(MS / 4);
  }
  return false;
}
