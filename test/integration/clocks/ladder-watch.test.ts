import { City, type Nursery, eventually } from '@lianban/testing';

describe('the watch over the ladders', () => {
  let city: City;
  let nursery: Nursery;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T08:30:00+08:00', env: { LADDER_WATCH_SECONDS: '1' } });
    nursery = await city.register();
    await nursery.toLanes();
  }, 90_000);
  afterAll(() => city.close());

  interface Round {
    readonly clocks: number;
    readonly rungs: number;
    readonly missing: number;
    readonly suspects: number;
    readonly began: string;
  }
  const lastRound = async (): Promise<Round | undefined> => {
    const [row] = await city.database.query<{ round: Round | null }>(
      `SELECT progress -> 'lastRound' AS round FROM ladder_watch`,
    );
    return row?.round ?? undefined;
  };
  /** A whole round that began after this was called. */
  const roundFromNow = async (): Promise<Round> => {
    const before = (await lastRound())?.began;
    return eventually('the watch goes round', async () => {
      const round = await lastRound();
      return round !== undefined && round.began !== before ? round : undefined;
    });
  };
  const incidents = (): Promise<readonly { token: string; message: string }[]> =>
    city.database.query(
      `SELECT token, message FROM incident WHERE code = 'LADDERS.NOT_LOOKED_AT' AND resolved_at IS NULL`,
    );

  it('says that it looked at every level of every running clock, and found none missing', async () => {
    const [running] = await city.database.query<{ clocks: number }>(
      `SELECT count(*)::int AS clocks FROM clock WHERE state = 'running' AND ladder <> ''`,
    );
    await roundFromNow();
    const round = await roundFromNow();
    expect(running?.clocks).toBeGreaterThan(5);
    expect(round).toMatchObject({ clocks: running?.clocks, missing: 0, suspects: 0 });
    expect(round.rungs).toBe(round.clocks * 7);
    expect(await incidents()).toEqual([]);
  });

  it('finds a clock that was lost to the sweep, once, and leaves the others alone', async () => {
    const [lost] = await city.database.query<{ clock_id: string }>(
      `DELETE FROM due WHERE clock_id = (SELECT k.id FROM clock k WHERE k.case_id = $1 AND k.definition = 'clock_6a')
        RETURNING clock_id`,
      [await nursery.caseId()],
    );
    const found = await eventually('the lost clock is found', async () => {
      const all = await incidents();
      return all.length > 0 ? all : undefined;
    });
    expect(found).toEqual([
      { token: lost?.clock_id, message: expect.stringContaining('L-SHORT@2 L0 is not planned') },
    ]);
    await roundFromNow();
    await roundFromNow();
    expect(await incidents()).toHaveLength(1);
  });
});
