import type { JsonObject } from '@lianban/kernel';
import { Injectable } from '@nestjs/common';
import { type BulkPiece, BulkWork } from '../../bulk/index.js';
import { AfterCommit, type Tx } from '../../transaction/index.js';
import { readRecount } from './recount-parameters.js';
import { type MovedClock, RecountStore } from './recount-store.port.js';
import { type Recounted, Recounting } from './recounting.js';

export const RECOMPUTE_DEADLINES = 'recompute-deadlines';

/**
 * Applies a published version: each clock that moves gets its ledger entry with the old date, a schedule and the due
 * instants of its tasks; its case is locked meanwhile. Timers of the process in business time (补正期限) move as well. Offices
 * are told once, at the end.
 */
@Injectable()
export class RecomputeDeadlines extends BulkWork {
  readonly kind = RECOMPUTE_DEADLINES;
  readonly piece = 200;

  constructor(
    private readonly recounting: Recounting,
    private readonly store: RecountStore,
    private readonly afterCommit: AfterCommit,
  ) {
    super();
  }

  async count(tx: Tx, at: BulkPiece): Promise<number> {
    const scope = await this.recounting.scope(tx, at);
    if (!scope) return 0;
    const [clocks, timers] = [await this.store.count(tx, scope), await this.store.timerCount(tx, scope)];
    return clocks + timers;
  }

  /** Clocks first, then timers: a letter is behind every digit of an id, so the one cursor leads through both. */
  async items(tx: Tx, at: BulkPiece, limit: number): Promise<readonly string[]> {
    const scope = await this.recounting.scope(tx, at);
    const { cursor } = at.operation;
    if (!scope) return [];
    const clocks = isTimer(cursor) ? [] : await this.store.items(tx, scope, limit, cursor);
    if (clocks.length > 0) return clocks;
    const after = isTimer(cursor) ? cursor.slice(TIMER.length) : undefined;
    return (await this.store.timerItems(tx, scope, limit, after)).map((id) => `${TIMER}${id}`);
  }

  async apply(tx: Tx, at: BulkPiece, items: readonly string[]): Promise<number> {
    const { tenant, id } = at.operation;
    if (isTimer(items[0])) {
      const ids = items.map((item) => item.slice(TIMER.length));
      const timers = await this.recounting.recountTimers(tx, at, await this.store.timers(tx, ids));
      if (timers.length > 0) this.store.moveTimers(tx, tenant, id, timers);
      return 0;
    }
    const recounted = await this.recounting.recount(tx, at, await this.store.clocks(tx, items, true));
    const impacts = recounted.flatMap(({ moved, impact }) => (moved.entry ? [impact] : []));
    if (recounted.length > 0) this.store.move(tx, tenant, id, recounted.map(movedClock));
    this.store.note(tx, tenant, id, impacts);
    for (const { found } of recounted) {
      const officeIds = [...new Set(found.tasks.map(({ officeId }) => officeId))];
      this.afterCommit.changed(tx, { caseId: found.caseId, officeIds, outbox: false });
    }
    return impacts.length;
  }

  override async finish(tx: Tx, { operation }: BulkPiece): Promise<JsonObject> {
    const { offices, ...counts } = await this.store.summary(tx, operation.id);
    const { code, version } = readRecount(operation.parameters);
    this.store.tellOffices(tx, operation.tenant, operation.id, `${code}@${version}`);
    return { ...counts, offices: offices.length };
  }
}

const TIMER = 'timer:';

const isTimer = (item: string | undefined): item is string => item?.startsWith(TIMER) ?? false;

const movedClock = ({ found, moved, tasks }: Recounted): MovedClock => ({
  id: found.id,
  caseId: found.caseId,
  dueAt: moved.reading.dueAt,
  provisional: moved.reading.provisional,
  lifted: moved.entry?.lifted === true,
  suspended: found.suspended,
  mark: moved.mark,
  ...(moved.entry ? { seq: found.ledger.length + (moved.overrun ? 2 : 1), entry: moved.entry } : {}),
  ...(moved.overrun ? { overrun: moved.overrun } : {}),
  schedule: moved.schedule,
  tasks,
});
