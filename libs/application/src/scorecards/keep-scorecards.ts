import type { WorkingCalendar } from '@lianban/calendar';
import { endOfMonth, engineActor, measureWork, monthOf } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { BusinessCalendars } from '../calendars/index.js';
import { type Tx, UnitOfWork } from '../transaction/index.js';
import { type NewWorkFact, WorkFacts, type UnmeasuredTask } from './work-facts.port.js';

const BATCH = 200;
/** A transaction writes its instant when it begins and is seen when it commits: so far it is looked back. */
const OVERLAP_MS = 10 * 60_000;
const BEGINNING = '1970-01-01T00:00:00.000Z';

/**
 * Measures what was completed, off the hot path, and freezes each month once it is over and all of it is measured.
 * Anything may be killed at any time: a task is measured once, by whoever comes first.
 */
@Injectable()
export class KeepScorecards {
  /** Where the last look came to; after a start everything since the last frozen month is looked at. */
  private readonly seen = new Map<string, string>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: WorkFacts,
    private readonly calendars: BusinessCalendars,
  ) {}

  /** One piece of the work; answers whether there may be more. */
  async run(tenant: string): Promise<boolean> {
    const { calendar } = await this.calendars.of(tenant);
    return this.unitOfWork.withActor(engineActor(tenant), async (tx) => {
      const since = this.seen.get(tenant) ?? (await this.openSince(tx, tenant, calendar));
      const tasks = await this.measure(tx, tenant, since, calendar);
      const last = tasks.at(-1);
      if (last) this.seen.set(tenant, lookBack(last.closedAt));
      return tasks.length === BATCH || (await this.freezeNext(tx, tenant, calendar));
    });
  }

  private async measure(
    tx: Tx,
    tenant: string,
    since: string,
    calendar: WorkingCalendar,
  ): Promise<readonly UnmeasuredTask[]> {
    const tasks = await this.store.unmeasured(tx, tenant, since, BATCH);
    if (tasks.length > 0)
      await this.store.record(
        tx,
        tasks.flatMap((task) => factsOf(task, calendar)),
      );
    return tasks;
  }

  private async freezeNext(tx: Tx, tenant: string, calendar: WorkingCalendar): Promise<boolean> {
    const now = await this.store.now(tx);
    const last = await this.store.lastFrozen(tx, tenant);
    const month = await this.store.firstMonthAfter(tx, tenant, last);
    if (month === undefined || endOfMonth(calendar, month) > now) return false;
    // Whatever the overlap may have missed.
    const missed = await this.measure(tx, tenant, await this.openSince(tx, tenant, calendar), calendar);
    if (missed.length === 0) await this.store.freeze(tx, tenant, month);
    return true;
  }

  private async openSince(tx: Tx, tenant: string, calendar: WorkingCalendar): Promise<string> {
    const month = await this.store.lastFrozen(tx, tenant);
    return month === undefined ? BEGINNING : lookBack(endOfMonth(calendar, month));
  }
}

const factsOf = (task: UnmeasuredTask, calendar: WorkingCalendar): readonly NewWorkFact[] =>
  measureWork(task, calendar).map((measure) => ({
    ...measure,
    id: newId(),
    taskId: task.taskId,
    month: monthOf(calendar, task.closedAt),
    isRework: task.isRework,
    ...(measure.officeId === task.officeId && task.closedBy !== undefined ? { person: task.closedBy } : {}),
  }));

const lookBack = (instant: string): string => new Date(Date.parse(instant) - OVERLAP_MS).toISOString();
