import { GovernedData } from '@lianban/application';
import type { CalendarLayer } from '@lianban/calendar';
import type { Ladder } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';

@Injectable()
export class PgGovernedData extends GovernedData {
  constructor(private readonly pool: Pool) {
    super();
  }

  async calendarLayers(tenant: string): Promise<readonly CalendarLayer[]> {
    const { rows } = await this.pool.query<{ body: CalendarLayer }>(
      `SELECT DISTINCT ON (array_position(ARRAY['national', 'province', 'city', 'office'], layer), code) body
       FROM calendar WHERE tenant = $1
       ORDER BY array_position(ARRAY['national', 'province', 'city', 'office'], layer), code, version DESC`,
      [tenant],
    );
    return rows.map(({ body }) => body);
  }

  async ladders(tenant: string): Promise<readonly Ladder[]> {
    const { rows } = await this.pool.query<{ body: Ladder }>(
      'SELECT DISTINCT ON (code) body FROM ladder WHERE tenant = $1 ORDER BY code, version DESC',
      [tenant],
    );
    return rows.map(({ body }) => body);
  }
}
