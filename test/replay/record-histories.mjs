/**
 * `npm run record:histories -- v1`: runs the conductor of this clone against a Temporal of its own and writes what
 * Temporal recorded to test/fixtures/histories/<version>; of chains of calls with `-- call-chain-v1`. A released version keeps its histories for ever; a changed
 * workflow gets a new folder beside them, and both are replayed.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { ConductorWorker, PATIENT, TemporalCallChains, TemporalConductor } from '@lianban/orchestration';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { temporalCli } from '../../apps/dev-stack/src/temporal-cli.mjs';

const [version = ''] = process.argv.slice(2);
if (!/^(call-chain-)?v\d+$/.test(version))
  throw new Error('Name the version: npm run record:histories -- v1, or call-chain-v1');

const QUICK = { ...PATIENT, firstRetry: '100 milliseconds', longestPause: '500 milliseconds' };
const HASTY = { ...QUICK, giveUpAfter: '2 seconds' };

/**
 * @typedef {object} Scenario
 * @property {typeof PATIENT} policy
 * @property {string[]} effects told one after the other
 * @property {(effect: string, attempt: number) => Promise<string>} perform
 * @property {(effect: string, tell: (effect: string) => Promise<void>) => Promise<void>} [giveUp]
 */

const away = () => Promise.reject(new Error('/health-commission/registrations answered 503.'));
let retried = false;

/** @type {Record<string, Scenario>} */
const scenarios = {
  'done-at-once': { policy: QUICK, effects: ['one'], perform: async () => 'applied' },
  retried: {
    policy: QUICK,
    effects: ['one'],
    perform: (_effect, attempt) => (attempt < 4 ? away() : Promise.resolve('applied')),
  },
  cancelled: { policy: QUICK, effects: ['one'], perform: async () => 'overtaken' },
  'given-up-and-resolved': {
    policy: HASTY,
    effects: ['one'],
    perform: () => (retried ? Promise.resolve('applied') : away()),
    // A person says "retry" before the conductor has heard that the incident is written.
    giveUp: async (effect, tell) => {
      retried = true;
      await tell(effect);
      await pause(500);
    },
  },
  'several-effects': {
    policy: QUICK,
    effects: ['one', 'two', 'one', 'three', 'two'],
    perform: async (effect, attempt) => {
      if (effect === 'two' && attempt === 1) return away();
      if (effect === 'one') await pause(800);
      return 'applied';
    },
  },
};

const noCalls = { callNext: async () => /** @type {const} */ ('over'), chainUnanswered: async () => {} };

/**
 * @typedef {object} Chain
 * @property {number} people
 * @property {(place: number, acknowledge: () => Promise<void>) => Promise<'called' | 'over'>} call
 */

/** @type {Record<string, Chain>} */
const chains = {
  'nobody-answers': { people: 3, call: async () => 'called' },
  'second-answers': {
    people: 3,
    call: async (place, acknowledge) => {
      if (place === 1) await acknowledge();
      return 'called';
    },
  },
  'answered-without-a-signal': { people: 3, call: async (place) => (place < 2 ? 'called' : 'over') },
};

const folder = mkdtempSync(join(tmpdir(), 'lianban-histories-'));
const address = `127.0.0.1:${await freePort()}`;
const server = spawn(
  await temporalCli(),
  ['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', address.split(':')[1] ?? ''],
  { cwd: folder, stdio: 'ignore' },
);
try {
  const connection = await connected();
  if (version.startsWith('call-chain')) {
    for (const [name, chain] of Object.entries(chains)) await recordChain(connection, name, chain);
  } else {
    for (const [name, scenario] of Object.entries(scenarios)) await record(connection, name, scenario);
  }
  await connection.close();
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

/**
 * @param {Connection} connection
 * @param {string} name
 * @param {Chain} chain
 */
async function recordChain(connection, name, { people, call }) {
  // A minute of these chains takes a fifth of a second.
  const callChains = new TemporalCallChains(address, 'default', 0.2);
  await callChains.start(name, 'L1', people, 5);
  const worker = new ConductorWorker(
    {
      address,
      namespace: 'default',
      workflowsPath: fileURLToPath(import.meta.resolve('@lianban/workflows')),
    },
    {
      perform: async () => 'applied',
      giveUp: async () => {},
      callNext: (clockId, level, place) => call(place, () => callChains.acknowledge(clockId, level)),
      chainUnanswered: async () => {},
    },
    (failure) => console.error(failure),
  );
  worker.start();
  await keep(connection, name, `call-chain/${name}/L1`);
  await worker.stop();
  await callChains.close();
}

/**
 * @param {Connection} connection
 * @param {string} name
 * @param {Scenario} scenario
 */
async function record(connection, name, { policy, effects, perform, giveUp }) {
  const conductor = new TemporalConductor(address, 'default', policy);
  const tell = (/** @type {string} */ effect) => conductor.conduct(name, effect);
  const workflowsPath = fileURLToPath(import.meta.resolve('@lianban/workflows'));
  const worker = new ConductorWorker(
    { address, namespace: 'default', workflowsPath },
    { ...noCalls, perform, giveUp: (effect) => giveUp?.(effect, tell) ?? Promise.resolve() },
    (failure) => console.error(failure),
  );
  // All are told before anybody works, so that the order in the history is the order above.
  for (const effect of effects) await tell(effect);
  worker.start();
  await keep(connection, name, `case/${name}`);
  await worker.stop();
  await conductor.close();
}

/**
 * @param {Connection} connection
 * @param {string} name
 * @param {string} workflowId
 */
async function keep(connection, name, workflowId) {
  const handle = new Client({ connection }).workflow.getHandle(workflowId);
  await handle.result();
  const history = scrubbed(JSON.parse(historyToJSON(await handle.fetchHistory())));
  const into = fileURLToPath(new URL(`../fixtures/histories/${version}/`, import.meta.url));
  mkdirSync(into, { recursive: true });
  writeFileSync(join(into, `${name}.json`), `${JSON.stringify(history, null, 1)}\n`);
  console.log(`${name}: ${history.events.length} events`);
}

/**
 * Without the machine it was recorded on: replay looks at neither.
 * @param {any} value
 * @returns {any}
 */
function scrubbed(value) {
  if (Array.isArray(value)) return value.map(scrubbed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === 'identity') return [key, 'recorder'];
      return [key, key === 'stackTrace' ? '' : scrubbed(inner)];
    }),
  );
}

async function connected() {
  for (let tries = 0; ; tries += 1) {
    try {
      return await Connection.connect({ address });
    } catch (failure) {
      if (tries === 100) throw failure;
      await pause(200);
    }
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const at = probe.address();
      probe.close(() => (typeof at === 'object' && at ? resolve(at.port) : reject(new Error('no port'))));
    });
  });
}
