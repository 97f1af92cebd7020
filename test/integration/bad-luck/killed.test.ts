import { setTimeout as pause } from 'node:timers/promises';
import { City, type OwnServer, ownRedis, ownTemporal } from '@lianban/testing';
import { Dice } from './dice.js';
import { lengths, timeLimit } from './lengths.js';
import { traceOf } from './trace-of.js';
import { allDelivered, tellWholeStory } from './whole-story.js';

const STORIES = 3;

/** A process is struck so often while the stories go on; then they must come to their end. */
const STRIKES = 12;

/** Kills one process after the other, each as by a power cut, and starts it again. */
class Misfortune {
  readonly struck: string[] = [];

  constructor(
    private readonly victims: Readonly<Record<string, { kill(): Promise<void>; start(): Promise<void> }>>,
    private readonly dice: Dice,
  ) {}

  async strike(): Promise<void> {
    while (this.struck.length < STRIKES) {
      await pause(this.dice.between(100, 900));
      const name = this.dice.pick(Object.keys(this.victims));
      const victim = this.victims[name];
      await victim?.kill();
      this.struck.push(name);
      await pause(this.dice.between(0, 400));
      await victim?.start();
    }
  }
}

describe('kill -9 of api, worker, Temporal and Redis at any moment of a filing', () => {
  let redis: OwnServer;
  let temporal: OwnServer;
  let city: City;
  beforeAll(async () => {
    [redis, temporal] = await Promise.all([ownRedis(), ownTemporal()]);
    city = await City.open({
      env: {
        REDIS_URL: redis.address,
        TEMPORAL_ADDRESS: temporal.address,
        TEMPORAL_NAMESPACE: 'default',
      },
      patience: lengths.patience,
    });
  }, 240_000);
  afterAll(async () => {
    await city.close();
    await Promise.all([redis.remove(), temporal.remove()]);
  }, 60_000);

  it.each(lengths.seeds)(
    'seed %d: every filing ends the same, no task twice, no event lost, no effect twice',
    async (seed) => {
      const calm = await traceOf(city.database, await tellWholeStory(city));
      const before = await city.departments.journal();
      const misfortune = new Misfortune(
        {
          api: city.product.api,
          worker: city.product.worker,
          temporal: temporal.program,
          redis: redis.program,
        },
        new Dice(seed),
      );
      const [told] = await Promise.all([
        Promise.allSettled(Array.from({ length: STORIES }, () => tellWholeStory(city))),
        misfortune.strike(),
      ]);
      const nurseries = told.map((story) => {
        if (story.status === 'rejected') throw story.reason;
        return story.value;
      });
      await allDelivered(city);
      for (const nursery of nurseries) expect(await traceOf(city.database, nursery)).toEqual(calm);

      const effects = (await city.departments.journal()).slice(before.length).filter(({ effect }) => effect);
      expect(effects.map(({ system }) => system).toSorted()).toEqual([
        ...Array.from({ length: STORIES }, () => 'health-commission'),
        ...Array.from({ length: STORIES }, () => 'publication'),
      ]);
      expect(new Set(effects.map(({ key }) => key)).size).toBe(effects.length);
      expect(await city.database.query('SELECT code FROM incident WHERE resolved_at IS NULL')).toEqual([]);
    },
    timeLimit(lengths.patience),
  );
});
