import { GovernedData } from '@lianban/application';
import type { CalendarLayer } from '@lianban/calendar';
import type { Ladder } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { PrismaClient } from '../generated/prisma/client.js';

/** From the nation inwards: an inner layer has the last word on a day. */
const LAYERS = ['national', 'province', 'city', 'office'];

@Injectable()
export class PrismaGovernedData extends GovernedData {
  constructor(private readonly prisma: PrismaClient) {
    super();
  }

  async calendarLayers(tenant: string): Promise<readonly CalendarLayer[]> {
    const rows = await this.prisma.calendar.findMany({
      where: { tenant },
      distinct: ['layer', 'code'],
      orderBy: [{ code: 'asc' }, { version: 'desc' }],
    });
    return rows
      .toSorted((a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer))
      .map(({ body }) => body as unknown as CalendarLayer);
  }

  async ladders(tenant: string): Promise<readonly Ladder[]> {
    const rows = await this.prisma.ladder.findMany({
      where: { tenant },
      distinct: ['code'],
      orderBy: [{ code: 'asc' }, { version: 'desc' }],
    });
    return rows.map(({ body }) => body as unknown as Ladder);
  }
}
