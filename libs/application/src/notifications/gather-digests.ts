import { toInstant, toLocalTime, weekdayOf, type WorkingCalendar } from '@lianban/calendar';
import { engineActor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { BusinessCalendars } from '../calendars/index.js';
import { BoardReader } from '../supervision/index.js';
import { AfterCommit, type Tx, UnitOfWork } from '../transaction/index.js';
import { DigestStore, type DueDigest } from './digest-store.port.js';
import { NoticeMessageStore } from './message-store.port.js';

/** Writes the digests of a day: one a person and day, however many workers look. */
@Injectable()
export class GatherDigests {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly digests: DigestStore,
    private readonly messages: NoticeMessageStore,
    private readonly board: BoardReader,
    private readonly calendars: BusinessCalendars,
    private readonly afterCommit: AfterCommit,
  ) {}

  async run(tenant: string): Promise<void> {
    const engine = engineActor(tenant);
    const { due, now } = await this.unitOfWork.readAs(engine, async (tx) => ({
      due: await this.digests.due(tx),
      now: await this.board.now(tx),
    }));
    if (due.length === 0) return;
    const { calendarAt } = await this.calendars.of(tenant);
    for (const digest of due) {
      const calendar = calendarAt(digest.officeId);
      const today = toLocalTime(calendar, now).day;
      if (!isDayOf(digest.period, calendar, today)) continue;
      const dayEnds = toInstant(calendar, { day: today + 1, minute: 0 });
      await this.unitOfWork.withActor(engine, (tx) => this.write(tx, tenant, digest, dayEnds));
    }
  }

  private async write(tx: Tx, tenant: string, digest: DueDigest, dayEnds: string): Promise<void> {
    const { userId, channel, period, district } = digest;
    if (!(await this.digests.take(tx, userId))) return;
    const { overdue, dueSoon, dueToday } = await this.board.counts(tx, tenant, dayEnds, district?.code);
    const orders = await this.digests.ordersWaiting(tx, userId);
    const messageId = await this.messages.write(tx, userId, channel, {
      kind: 'digest',
      period,
      ...(district ? { district } : {}),
      overdue,
      dueSoon,
      dueToday,
      orders,
    });
    if (messageId === undefined) return;
    await this.digests.issued(tx, userId, messageId);
    this.afterCommit.changed(tx, { officeIds: [], outbox: true });
  }
}

/** A weekly digest goes on the first working day of the week, which begins on Monday. */
export const isDayOf = (
  period: DueDigest['period'],
  calendar: Pick<WorkingCalendar, 'isWorkingDay'>,
  day: number,
): boolean => {
  if (!calendar.isWorkingDay(day)) return false;
  if (period === 'daily') return true;
  const sinceMonday = (weekdayOf(day) + 6) % 7;
  return Array.from({ length: sinceMonday }, (_, back) => day - 1 - back).every(
    (earlier) => !calendar.isWorkingDay(earlier),
  );
};
