import type { BusinessTimeMove } from '@lianban/contracts';
import { eventually } from '../stack/eventually.js';
import type { TestDatabase } from '../stack/test-database.js';
import type { Person } from './person.js';

/** What was committed has been delivered, and no other system is waited for. */
const nothingOnItsWay = `SELECT
  NOT EXISTS (SELECT FROM due WHERE state = 'pending' AND at <= business_now())
  AND NOT EXISTS (SELECT FROM outbox WHERE done_at IS NULL AND failure IS NULL)
  AND NOT EXISTS (SELECT FROM effect WHERE state = 'open') AS yes`;

/** Sets it without looking at what lies between, before the processes start, and lets it be moved from then on. */
export const startBusinessTime = (database: TestDatabase, at: string): Promise<object[]> =>
  database.query(
    `UPDATE business_time SET movable = true,
       offset_by = make_interval(secs => extract(epoch FROM $1::timestamptz - clock_timestamp())::double precision)`,
    [at],
  );

/** Business time of a city in the hands of a test. */
export class BusinessClock {
  constructor(
    private readonly database: TestDatabase,
    private readonly mover: () => Promise<Person>,
  ) {}

  async now(): Promise<Date> {
    const [row] = await this.database.query<{ now: Date }>('SELECT business_now() AS now');
    if (row === undefined) throw new Error('the database gave no time');
    return row.now;
  }

  /** Waits until nothing is due, undelivered or asked of another system. */
  async quiet(): Promise<void> {
    await eventually(
      'nothing is due or on its way',
      async () => {
        const [row] = await this.database.query<{ yes: boolean }>(nothingOnItsWay);
        return row?.yes;
      },
      45_000,
    );
  }

  /** Forward to an instant by the product's own command; what fires on the way is stamped with its own day. */
  async passTo(at: string): Promise<void> {
    const mover = await this.mover();
    for (;;) {
      const move = await mover.post<BusinessTimeMove>('/api/demo/business-time', {
        to: new Date(at).toISOString(),
      });
      if (move.state === 'arrived') return;
      if (move.state === 'held') throw new Error(`time is held: ${JSON.stringify(move.unfinished)}`);
    }
  }
}
