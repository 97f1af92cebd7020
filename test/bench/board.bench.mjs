/**
 * `npm run bench -- board [--open=1000000]`: how long the server takes to the first data of every page of a supervisor
 * with so many open tasks, and the pages of the database that each query of the board touches. Wants 3 GB and about ten
 * minutes with a million.
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { BoardReader, InboxReader } from '@lianban/application';
import { PersistenceModule } from '@lianban/persistence';
import { eventually, explainInboxAndBoard, seedOpenTasks } from '@lianban/testing';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { Clerk } from './measuring/clerk.mjs';
import { percentile, Report } from './measuring/report.mjs';

const { values: options } = parseArgs({ options: { open: { type: 'string', default: '1000000' } } });
const open = Number(options.open);
const mostMs = 300;
const requests = 20;
const env = /** @type {Record<string, string>} */ (process.env);
const district = '330902';

const since = performance.now();
await seedOpenTasks(env['DATABASE_OWNER_URL'], { open });
const seconds = (performance.now() - since) / 1000;
const owner = new pg.Client({ connectionString: env['DATABASE_OWNER_URL'] });
await owner.connect();
// The worker adds the changes of the seeding up; what it left behind goes as autovacuum would do it in a minute.
await eventually(
  'the changes are added up',
  async () => (await owner.query('SELECT FROM open_work_change LIMIT 1')).rowCount === 0,
  120_000,
);
await owner.query('VACUUM (ANALYZE) open_work, open_work_change');
const one = await owner.query(
  `SELECT office_id FROM task WHERE status = 'open' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
);
const office = encodeURIComponent(one.rows[0].office_id);

const out = new Report();
out.line(`board: ${open} open tasks, ${open / 2} completed, seeded in ${seconds.toFixed(1)} s`);

const supervisor = await new Clerk(env['LIANBAN_URL'] ?? '').signIn('supervisor.dinghai', 'zhoushan');
const head = await new Clerk(env['LIANBAN_URL'] ?? '').signIn('health.dinghai.head', 'zhoushan');
/** @returns {Promise<readonly (readonly [string, Clerk, string])[]>} */
async function teamLists() {
  const { members, offices } = await head.get('/api/team');
  return [
    ['tasks of a person of the team', head, `/api/team/tasks?person=${members[0].id}`],
    ['unclaimed at a desk of the team', head, `/api/team/tasks?office=${offices[0].id}`],
  ];
}

/** @type {readonly (readonly [string, Clerk, string])[]} */
const pages = [
  ['board of the city', supervisor, '/api/board'],
  ['board of a district', supervisor, `/api/board?district=${district}`],
  ...['open', 'due-today', 'due-soon', 'overdue', 'paused'].flatMap((list) => [
    /** @type {const} */ ([`list: ${list}`, supervisor, `/api/board/tasks?list=${list}`]),
    /** @type {const} */ ([
      `list: ${list}, largest office`,
      supervisor,
      `/api/board/tasks?list=${list}&office=${office}`,
    ]),
  ]),
  ['registrations without a case', supervisor, '/api/board/registrations-without-case'],
  ['disputes', supervisor, '/api/disputes'],
  ['orders', supervisor, '/api/orders'],
  ['scorecards', supervisor, '/api/scorecards'],
  ['cases', supervisor, '/api/cases'],
  ['team of a section head', head, '/api/team'],
  ...(await teamLists()),
  ['inbox of a section head', head, '/api/inbox'],
];
out.line(`First data at the server (ms, slowest of ${requests} requests after one that warms up)`);
for (const [asked, person, path] of pages) {
  await person.get(path);
  const times = [];
  for (let number = 0; number < requests; number += 1) {
    const from = performance.now();
    await person.get(path);
    times.push(performance.now() - from);
  }
  out.figure(asked, Math.max(...times), {
    must: mostMs,
    digits: 1,
    more: `median ${percentile(times, 0.5).toFixed(1)}`,
  });
}

const app = await NestFactory.createApplicationContext(PersistenceModule.connect(env['DATABASE_URL']), {
  logger: false,
});
const { board } = await explainInboxAndBoard(env['DATABASE_URL'], {
  inbox: app.get(InboxReader),
  board: app.get(BoardReader),
});
await app.close();
out.line('Queries of the board (pages touched)');
for (const { asked, buffers, rows } of board) out.figure(asked, buffers, { digits: 0, more: `${rows} rows` });
const { rows } = await owner.query('SELECT count(*) AS n FROM open_work');
out.line(`counts kept: ${rows[0].n}`);
const counting = performance.now();
await owner.query(
  `SELECT office_id, count(*), count(*) FILTER (WHERE due_at < business_now()) FROM task WHERE status = 'open' GROUP BY 1`,
);
out.line(
  `a plain count of all open tasks, as the board once did: ${(performance.now() - counting).toFixed(0)} ms`,
);
await owner.end();
out.end();
