import { setTimeout as pause } from 'node:timers/promises';
import {
  City,
  eventually,
  type Nursery,
  type OwnServer,
  ownRedis,
  ownTemporal,
  stackEnvironment,
} from '@lianban/testing';
import { Redis } from 'ioredis';
import { lengths, timeLimit } from './lengths.js';
import { SeverableLine } from './severable-line.js';
import { type Trace, traceOf } from './trace-of.js';
import { allDelivered, hasEnded, tellWholeStory } from './whole-story.js';

let redis: OwnServer;
let temporal: OwnServer;
let line: SeverableLine;
let city: City;
let calm: Trace;

beforeAll(async () => {
  const postgres = new URL(stackEnvironment().appUrl);
  [redis, temporal, line] = await Promise.all([
    ownRedis(),
    ownTemporal(),
    SeverableLine.to({ host: postgres.hostname, port: Number(postgres.port) }),
  ]);
  city = await City.open({
    databasePort: line.port,
    env: {
      REDIS_URL: redis.address,
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: 'default',
      CONDUCTOR_FORGOTTEN_SECONDS: '3',
    },
    patience: lengths.patience,
  });
  calm = await traceOf(city.database, await tellWholeStory(city));
}, 240_000);
afterAll(async () => {
  await city.close();
  await Promise.all([redis.remove(), temporal.remove(), line.cut()]);
}, 60_000);

interface EffectRow {
  readonly state: string;
  readonly attempts: number;
}

const effectAt = async (nursery: Nursery, node: string): Promise<EffectRow | undefined> => {
  const [row] = await city.database.query<EffectRow>(
    `SELECT e.state, e.attempts FROM effect e JOIN case_file c ON c.id = e.case_id
     WHERE c.business_key = $1 AND e.node = $2`,
    [nursery.id, node],
  );
  return row;
};

const isDone = (nursery: Nursery, node: string): Promise<boolean> =>
  eventually(
    `${node} has its answer`,
    async () => (await effectAt(nursery, node))?.state === 'done',
    15_000 + city.patience,
  );

describe('Temporal', () => {
  it(
    'away: clerks keep working, and the system steps catch up',
    async () => {
      const underway = await city.register();
      await underway.toReceipt();
      await temporal.program.kill();
      const since = Date.now();
      const registeredMeanwhile = await city.register();
      await registeredMeanwhile.caseId();
      await underway.complete('step_7', 'receipt');
      await underway.complete('step_8', 'publish');
      await underway.inspect();
      expect(await effectAt(underway, 'publication_call')).toMatchObject({ state: 'open', attempts: 0 });
      expect(await effectAt(registeredMeanwhile, 'step_1')).toMatchObject({ state: 'open', attempts: 0 });
      await pause(Math.max(0, lengths.temporalAway - (Date.now() - since)));
      await temporal.program.start();
      await registeredMeanwhile.at('step_2');
      await isDone(underway, 'publication_call');
    },
    timeLimit(lengths.temporalAway),
  );

  it(
    'lost with all it knew: a new cluster is told of what is open, and other systems see each effect once',
    async () => {
      await city.departments.set('health-commission', 'failing');
      const nursery = await city.register();
      await nursery.caseId();
      await eventually('the first try failed', async () => {
        const effect = await effectAt(nursery, 'step_1');
        return effect !== undefined && effect.attempts > 0;
      });
      await temporal.replace();
      await city.departments.set('health-commission', 'ok');
      await nursery.at('step_2');
      const [effect] = await city.database.query<{ id: string }>(
        'SELECT e.id FROM effect e JOIN case_file c ON c.id = e.case_id WHERE c.business_key = $1',
        [nursery.id],
      );
      const calls = (await city.departments.journal()).filter(({ key }) => key === effect?.id);
      expect(calls.filter((call) => call.effect)).toHaveLength(1);
    },
    timeLimit(0),
  );
});

describe('Redis', () => {
  it(
    'emptied again and again: nothing is lost',
    async () => {
      const client = new Redis(redis.address);
      const emptying = setInterval(() => void client.flushall(), 50);
      try {
        const nursery = await tellWholeStory(city);
        await allDelivered(city);
        expect(await traceOf(city.database, nursery)).toEqual(calm);
      } finally {
        clearInterval(emptying);
        await client.quit();
      }
    },
    timeLimit(0),
  );

  it(
    'away: clerks keep working, and what happened is delivered when it is back',
    async () => {
      const underway = await city.register();
      await underway.toLanes();
      await redis.program.kill();
      const since = Date.now();
      const registeredMeanwhile = await city.register();
      await underway.answerLanes();
      await underway.complete('step_7', 'receipt');
      await underway.at('step_9_health');
      await pause(Math.max(0, lengths.redisAway - (Date.now() - since)));
      await redis.program.start();
      await registeredMeanwhile.at('step_2');
      await allDelivered(city);
    },
    timeLimit(lengths.redisAway),
  );
});

describe('PostgreSQL', () => {
  it(
    'away: whoever asks is told to come back, and the filing goes on where it stood',
    async () => {
      const nursery = await city.register();
      await nursery.toLanes();
      const impatient = await city.sender('/zhoushan/330902/market-regulation');
      const answering = nursery.answerLanes();
      await line.cut();
      const refused = await impatient.send(impatient.event('institution.registered', {}));
      expect(refused).toMatchObject({ status: 503, body: { code: 'API.UNAVAILABLE' } });
      await pause(lengths.postgresAway);
      await line.mend();
      await answering;
      await nursery.complete('step_7', 'receipt');
      await nursery.inspect();
      await line.cut();
      await line.mend();
      await nursery.complete('step_9_health', 'conforming', {
        absentReason: '记录于纸质笔录',
      });
      await nursery.complete('step_8', 'publish');
      await nursery.complete('step_10', 'verified');
      await hasEnded(city, nursery);
      await allDelivered(city);
      expect(await traceOf(city.database, nursery)).toEqual(calm);
    },
    timeLimit(lengths.postgresAway),
  );
});
