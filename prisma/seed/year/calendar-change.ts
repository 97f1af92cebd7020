import {
  GetBulkOperationQuery,
  PreviewCalendarCommand,
  PublishCalendarCommand,
  RunBulk,
  SaveCalendarDraftCommand,
} from '@lianban/application';
import type { Actor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { setTimeout as pause } from 'node:timers/promises';

/** 台风停工: announced on a Friday for the week after; two days off, and the Sunday before National Day is worked. */
export const closure = {
  announcedAt: '2026-04-17T06:30:00.000Z',
  off: ['2026-04-21', '2026-04-22'],
  work: ['2026-04-26'],
} as const;

/** Longer than a process may count by a calendar that has been replaced, and longer than an operation waits for that. */
const SETTLED_MS = 9_000;

/** In the middle of the year the city closes for two days: looked at first, published, and every deadline counted anew. */
@Injectable()
export class CalendarChange {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly bulk: RunBulk,
  ) {}

  /** Answers how many deadlines moved. */
  async publish(admin: Actor): Promise<number> {
    const key = { layer: 'city', code: '330900' } as const;
    const draft = await this.commands.execute(
      new SaveCalendarDraftCommand(admin, key, {
        effectiveFrom: closure.announcedAt.slice(0, 10),
        document: { name: '关于台风期间停工的通告', number: '示例政告〔2026〕1号', date: '2026-04-17' },
        publisher: '示例市人民政府',
        years: {
          '2026': {
            source: '示例政告〔2026〕1号',
            off: [...closure.off],
            workOnWeekend: [...closure.work],
            names: {},
          },
        },
      }),
    );
    const { version, revision } = draft;
    const draftKey = { ...key, version };
    await this.commands.execute(new PreviewCalendarCommand(admin, draftKey, revision, 'year preview'));
    await this.runAll(admin.tenant);
    const ordered = await this.commands.execute(
      new PublishCalendarCommand(admin, draftKey, revision, '台风停工', 'year publish'),
    );
    await pause(SETTLED_MS);
    await this.runAll(admin.tenant);
    const done = await this.queries.execute(new GetBulkOperationQuery(admin, ordered.id));
    if (done.state !== 'done') throw new Error(`The change of the calendar is ${done.state}.`);
    return done.changed;
  }

  private async runAll(tenant: string): Promise<void> {
    while (await this.bulk.run(tenant));
  }
}
