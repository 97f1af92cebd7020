import { City, eventually } from '@lianban/testing';

/** About eight seconds of all rounds of a worker: each looks at least once. */
const LOOKS = 60;
/** The watch over the ladders says once a minute that it looked. */
const MAY_WRITE = ['ladder_watch'];

interface Counted {
  readonly looks: number;
  readonly written: Readonly<Record<string, number>>;
}

describe('a worker that has nothing to do', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ env: { TRAIL_SEAL_SECONDS: '1' } });
  }, 120_000);
  afterAll(() => city.close());

  /** Each question of this test is a look too. */
  let asked = 0;
  const counted = async (): Promise<Counted> => {
    const [row] = await city.database.query<Counted & Record<string, unknown>>(
      `SELECT (SELECT xact_commit::int FROM pg_stat_database WHERE datname = current_database()) AS looks,
         json_object_agg(relname, n_tup_ins + n_tup_upd + n_tup_del) AS written FROM pg_stat_user_tables`,
    );
    if (row === undefined) throw new Error('nothing was counted');
    asked += 1;
    return { ...row, looks: row.looks - asked };
  };

  it('looks and writes no row', async () => {
    let before = await counted();
    await eventually(
      'a stretch of looks that wrote nothing',
      async () => {
        const now = await counted();
        if (now.looks - before.looks < LOOKS) return false;
        const changed = Object.keys(now.written).filter(
          (table) => now.written[table] !== before.written[table] && !MAY_WRITE.includes(table),
        );
        // What was left to do at the start is done in the first stretches.
        before = now;
        return changed.length === 0;
      },
      90_000,
    );
  }, 120_000);
});
