/**
 * `npm run bench -- inbox [--open=200000]`: pages that each query of the inbox and the board touches with so many open
 * tasks. Pages are the same on every machine. Ten million tasks want 20 GB and half an hour.
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { BoardReader, InboxReader } from '@lianban/application';
import { PersistenceModule } from '@lianban/persistence';
import { explainInboxAndBoard, seedOpenTasks } from '@lianban/testing';
import { NestFactory } from '@nestjs/core';
import { Report } from './measuring/report.mjs';

const { values: options } = parseArgs({ options: { open: { type: 'string', default: '200000' } } });
const open = Number(options.open);
const most = 1000;
const env = /** @type {Record<string, string>} */ (process.env);

const since = performance.now();
await seedOpenTasks(env['DATABASE_OWNER_URL'], { open });
const seconds = (performance.now() - since) / 1000;
const app = await NestFactory.createApplicationContext(PersistenceModule.connect(env['DATABASE_URL']), {
  logger: false,
});
const { inbox, board } = await explainInboxAndBoard(env['DATABASE_URL'], {
  inbox: app.get(InboxReader),
  board: app.get(BoardReader),
});
await app.close();

const out = new Report();
out.line(`inbox: ${open} open tasks, ${open / 2} completed, seeded in ${seconds.toFixed(1)} s`);
out.line('Inbox, for the person with the most tasks (pages touched)');
for (const { asked, buffers, rows } of inbox)
  out.figure(asked, buffers, { must: most, digits: 0, more: `${rows} rows` });
out.line('Board (pages touched)');
for (const { asked, buffers, rows } of board)
  out.figure(
    asked,
    buffers,
    asked.startsWith('counts') ? { digits: 0 } : { must: most, digits: 0, more: `${rows} rows` },
  );
out.end();
