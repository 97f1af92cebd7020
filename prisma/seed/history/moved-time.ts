import type { Client } from 'pg';

/** Business time while a history is played: inside its own transaction, or on a database that is nobody else's. */
export class MovedTime {
  constructor(private readonly client: Client) {}

  async startAt(instant: string): Promise<void> {
    await this.client.query('UPDATE business_time SET offset_by = $1::timestamptz - clock_timestamp()', [
      instant,
    ]);
  }

  /** Never backwards: what was done meanwhile took its own milliseconds. */
  async forwardTo(instant: string): Promise<void> {
    await this.client.query(
      'UPDATE business_time SET offset_by = greatest($1::timestamptz - clock_timestamp(), offset_by)',
      [instant],
    );
  }

  async backToReal(): Promise<void> {
    await this.client.query(`UPDATE business_time SET offset_by = '0'`);
  }
}
