import { type EmergencyOfPlaces, GovernedData } from '@lianban/application';
import type { CalendarLayer } from '@lianban/calendar';
import type { Ladder } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { PrismaClient } from '../generated/prisma/client.js';
import { EMERGENCY } from '../emergencies/emergency-columns.js';
import { SidePool } from '../transaction/side-pool.js';
import { ladderOf } from './ladder-of-row.js';

@Injectable()
export class PrismaGovernedData extends GovernedData {
  constructor(
    private readonly prisma: PrismaClient,
    private readonly pool: SidePool,
  ) {
    super();
  }

  async calendarLayers(tenant: string): Promise<readonly CalendarLayer[]> {
    const { rows } = await this.pool.query<{ readonly body: CalendarLayer }>(
      `SELECT body FROM calendar_in_force WHERE tenant = $1 ORDER BY depth, code`,
      [tenant],
    );
    return rows.map(({ body }) => body);
  }

  async publishedLayers(tenant: string): Promise<readonly CalendarLayer[]> {
    const rows = await this.prisma.calendar.findMany({ where: { tenant, state: 'published' } });
    return rows.map(({ body }) => body as unknown as CalendarLayer);
  }

  async places(tenant: string): Promise<ReadonlyMap<string, string>> {
    const [districts, offices] = await Promise.all([
      this.prisma.district.findMany(),
      this.prisma.office.findMany({ where: { tenant } }),
    ]);
    return new Map([
      ...districts.flatMap(({ code, parent }) => (parent === null ? [] : [[code, parent] as const])),
      ...offices.map(({ id, district }) => [id, district] as const),
    ]);
  }

  async ladders(tenant: string): Promise<readonly Ladder[]> {
    const rows = await this.prisma.ladder.findMany({ where: { tenant } });
    return rows.map(ladderOf);
  }

  async emergencies(tenant: string): Promise<readonly EmergencyOfPlaces[]> {
    const { rows } = await this.pool.query<{ readonly emergency: EmergencyOfPlaces }>(
      `SELECT ${EMERGENCY} AS emergency FROM emergency e
        WHERE e.tenant = $1 AND (e.to_at IS NULL OR e.to_at > business_now())`,
      [tenant],
    );
    return rows.map(({ emergency }) => emergency);
  }
}
