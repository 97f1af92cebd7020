/**
 * `node apps/dev-stack/src/own-postgres.mjs FOLDER PORT`: a PostgreSQL for one test that kills it: made, given the same
 * databases to clone as the one of all tests, and stopped again. The last line says as JSON how it is started and what
 * a test is told of it.
 */
import { join } from 'node:path';
import { startPostgres } from './postgres.mjs';
import { RunRecord } from './run-record.mjs';
import { complain } from './say.mjs';
import { Supervisor } from './supervisor.mjs';
import { makeTemplates } from './test-databases.mjs';

const [folder = '', port = ''] = process.argv.slice(2);
const record = new RunRecord(folder);
record.take();
const supervisor = new Supervisor(folder, record);
try {
  // Durable: a server that is killed must find in its log what it has said is committed.
  const postgres = await startPostgres({ folder, port: Number(port), supervisor, durable: true });
  const program = supervisor.running[0]?.program;
  const files = { LIANBAN_DATA: join(folder, 'seed'), FILES_DIR: join(folder, 'seed', 'files') };
  const environment = await makeTemplates(postgres, { ...process.env, ...files }, (failure) => {
    throw failure;
  });
  await supervisor.stop();
  console.log(JSON.stringify({ program, environment }));
} catch (failure) {
  complain(failure);
  await supervisor.stop();
  process.exitCode = 1;
}
