import 'reflect-metadata';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import {
  AfterCommit,
  CallChainWork,
  CollectReceipts,
  Deliver,
  DueSweep,
  FoldOpenWork,
  GatherDigests,
  GatherNotices,
  HandTodos,
  LadderWatch,
  KeepScorecards,
  liveChannel,
  OutboxStore,
  PerformEffect,
  RemindConductors,
  RunBulk,
  SealTrail,
  TrailStore,
} from '@lianban/application';
import { BUSINESS_TIME_BELL, OUTBOX_BELL } from '@lianban/contracts';
import { DeliveryConsumers, DeliveryQueues, OutboxRelay, redisConnection } from '@lianban/messaging';
import { ConductorWorker } from '@lianban/orchestration';
import { listenToBells } from '@lianban/persistence';
import { createLogger } from '@lianban/platform';
import { NestFactory } from '@nestjs/core';
import { startRound } from './rounds/rounds.js';
import { proveWorker } from './startup/prove-worker.js';
import { anchorsOf, sealingOf } from './trail/sealing.js';
import { WorkerModule } from './worker.module.js';
import { readSettings } from './worker-settings.js';

const SWEEP_MS = 500;
const REMIND_MS = 15_000;
const BULK_MS = 1_000;
const SCORECARDS_MS = 5_000;
const NOTICES_MS = 1_000;
const OPEN_WORK_MS = 2_000;
const RECEIPTS_MS = 5_000;

const settings = readSettings(process.env, process.argv);
const logger = createLogger('worker', settings.LOG_LEVEL);
const complain = (what: string) => (failure: unknown) => {
  logger.warn({ reason: failure instanceof Error ? failure.message : String(failure) }, what);
};
const app = await NestFactory.createApplicationContext(WorkerModule.with(settings), {
  logger: ['error', 'warn'],
});
await app.init();
proveWorker(app);

/** What was started, to be stopped in reverse order. */
const stops: (() => Promise<unknown> | void)[] = [];
const bells: Record<string, () => void> = {};

// Hints for open screens: what this process commits, the api's live connections should hear.
const live = redisConnection(settings.REDIS_URL, { queueOffline: false, onError: () => undefined });
stops.push(() => live.disconnect());
app.get(AfterCommit).listen(({ caseId, officeIds }) => {
  for (const officeId of officeIds.length > 0 ? officeIds : [undefined]) {
    const hint = { kind: officeId === undefined ? 'case' : 'task', officeId, caseId };
    live.publish(liveChannel, JSON.stringify(hint)).catch(() => undefined);
  }
});

if (settings.roles.has('relay')) {
  const queues = new DeliveryQueues(settings.REDIS_URL, complain('redis is away'));
  const relay = new OutboxRelay(app.get(OutboxStore), queues, complain('the relay could not hand over'));
  relay.start();
  bells[OUTBOX_BELL] = () => relay.wake();
  stops.push(
    () => queues.close(),
    () => relay.stop(),
  );
}
// A role of its own: it proves that the sweeper does its work.
if (settings.roles.has('watch')) {
  const watch = app.get(LadderWatch);
  const round = startRound(
    settings.LADDER_WATCH_SECONDS * 1_000,
    () => watch.look(settings.LIANBAN_TENANT),
    complain('the ladders could not be watched'),
  );
  stops.push(() => round.stop());
}
if (settings.roles.has('consumers')) {
  const deliver = app.get(Deliver);
  const consumers = new DeliveryConsumers(
    settings.REDIS_URL,
    (id) => deliver.deliver(id),
    complain('a delivery failed and comes again'),
  );
  stops.push(() => consumers.close());
}
if (settings.roles.has('sweeper')) {
  const sweep = app.get(DueSweep);
  const round = startRound(
    SWEEP_MS,
    async () => {
      while ((await sweep.sweep(settings.LIANBAN_TENANT)) > 0);
    },
    complain('the sweep failed and comes again'),
  );
  bells[BUSINESS_TIME_BELL] = () => round.wake();
  stops.push(() => round.stop());
}
if (settings.roles.has('bulk')) {
  const bulk = app.get(RunBulk);
  const ending = new AbortController();
  const round = startRound(
    BULK_MS,
    async () => {
      while (!ending.signal.aborted && (await bulk.run(settings.LIANBAN_TENANT)));
    },
    complain('a bulk operation failed and goes on later'),
  );
  // A long operation rests where it is, and goes on with the next worker.
  stops.push(
    () => round.stop(),
    () => ending.abort(),
  );
}
if (settings.roles.has('scorecards')) {
  const keep = app.get(KeepScorecards);
  const round = startRound(
    SCORECARDS_MS,
    async () => {
      while (await keep.run(settings.LIANBAN_TENANT));
    },
    complain('scorecards could not be kept and are later'),
  );
  const openWork = app.get(FoldOpenWork);
  const folding = startRound(
    OPEN_WORK_MS,
    () => openWork.run(settings.LIANBAN_TENANT),
    complain('the counts of open work could not be folded and are later'),
  );
  stops.push(
    () => round.stop(),
    () => folding.stop(),
  );
}
if (settings.roles.has('notices')) {
  const gather = app.get(GatherNotices);
  const round = startRound(
    NOTICES_MS,
    async () => {
      while (await gather.run(settings.LIANBAN_TENANT));
    },
    complain('notices could not be gathered and are later'),
  );
  const digests = app.get(GatherDigests);
  const digestRound = startRound(
    NOTICES_MS,
    () => digests.run(settings.LIANBAN_TENANT),
    complain('digests could not be written and are later'),
  );
  const receipts = app.get(CollectReceipts);
  // Apart from the rounds of what is sent: a gateway that does not answer holds up its own receipts only.
  const receiptRound = startRound(
    RECEIPTS_MS,
    () => receipts.run(settings.LIANBAN_TENANT),
    complain('receipts could not be asked for and are later'),
  );
  const todos = app.get(HandTodos);
  let isKept = false;
  const todoRound = startRound(
    NOTICES_MS,
    async () => {
      if (!isKept) await todos.keep(settings.LIANBAN_TENANT);
      isKept = true;
      while (await todos.run(settings.LIANBAN_TENANT));
    },
    complain('to-dos could not be handed over and are later'),
  );
  for (const each of [round, digestRound, receiptRound, todoRound]) stops.push(() => each.stop());
}
if (settings.roles.has('conductor')) {
  const effects = app.get(PerformEffect);
  const calls = app.get(CallChainWork);
  const conductors = new ConductorWorker(
    {
      address: settings.TEMPORAL_ADDRESS,
      namespace: settings.TEMPORAL_NAMESPACE,
      workflowsPath: fileURLToPath(import.meta.resolve('@lianban/workflows')),
    },
    {
      perform: (effectId, attempt) => effects.perform(effectId, attempt),
      giveUp: (effectId, message) => effects.giveUp(effectId, message),
      callNext: (clockId, level, place) => calls.callNext(settings.LIANBAN_TENANT, clockId, level, place),
      chainUnanswered: (clockId, level) => calls.unanswered(settings.LIANBAN_TENANT, clockId, level),
    },
    complain('temporal is away'),
  );
  conductors.start();
  const reminders = app.get(RemindConductors);
  const round = startRound(
    // Looked for more often than it takes to be forgotten.
    Math.min(REMIND_MS, settings.CONDUCTOR_FORGOTTEN_SECONDS * 300),
    () => reminders.remind(settings.CONDUCTOR_FORGOTTEN_SECONDS),
    complain('conductors could not be reminded'),
  );
  stops.push(
    () => conductors.stop(),
    () => round.stop(),
  );
}
if (settings.roles.has('sealer')) {
  const seal = new SealTrail(
    app.get(TrailStore),
    await sealingOf(settings),
    anchorsOf(settings),
    complain('the trail could not be sealed or anchored'),
  );
  const round = startRound(
    settings.TRAIL_SEAL_SECONDS * 1_000,
    () => seal.round(),
    complain('the trail could not be sealed and is tried again'),
  );
  stops.push(() => round.stop());
}
stops.push(listenToBells(settings.DATABASE_URL, bells));

const health = createServer((_request, response) => {
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ status: 'ok', roles: [...settings.roles] }));
});
health.on('error', complain('the health port cannot be opened'));
health.listen(settings.WORKER_PORT, '127.0.0.1');
logger.info({ roles: [...settings.roles] }, 'worker started');

let stopping = false;
const shutDown = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  health.close();
  for (const stop of stops.toReversed()) await stop();
  await app.close();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void shutDown());
