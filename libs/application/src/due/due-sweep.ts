import { engineActor } from '@lianban/domain';
import type { ProcessPlan } from '@lianban/process-runtime';
import { Injectable } from '@nestjs/common';
import { BusinessCalendars } from '../calendars/index.js';
import { CaseTransition, LocalServices } from '../cases/index.js';
import { RetryLocalService } from '../cases/retry-local-service.js';
import { DefinitionCatalog } from '../definitions/index.js';
import { KnownDirectory } from '../routing/index.js';
import { AfterCommit, type Tx, UnitOfWork } from '../transaction/index.js';
import { type ClockDue, type DueRow, DueStore } from './due-store.port.js';
import { FailedRows } from './failed-rows.js';
import { ReviewStops } from './review-stops.js';
import { ScheduledStarts } from './scheduled-starts.js';
import { Reach } from './reach.js';
import { OrderDeadlines } from './order-deadlines.port.js';
import { askingForMisses, planFirings } from './plan-firings.js';

/** Clock rows that fire in one transaction. */
const BATCH = 800;
/** Such transactions at a time: while PostgreSQL writes one set, the next is planned. */
const LANES = 3;
/** Sets that are looked for at a time. */
const SETS = 6;
/** In a storm screens are told which offices to look at anew, not each case. */
const TOLD_BY_CASE = 20;

/**
 * Looks once for what has fallen due and does it. Rows that move no token (marks, breaches, rungs) fire set by set;
 * a timer moves its case by a transition of its own. Two sweepers may run: the lock of the case and the re-check
 * under it make everything happen once. Call it often, each time until it answers zero.
 */
@Injectable()
export class DueSweep {
  private readonly failed = new FailedRows();
  /** Kept as long as the directory that is known. */
  private reach: Reach | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly due: DueStore,
    private readonly transition: CaseTransition,
    private readonly definitions: DefinitionCatalog,
    private readonly directory: KnownDirectory,
    private readonly calendars: BusinessCalendars,
    private readonly services: LocalServices,
    private readonly retries: RetryLocalService,
    private readonly orders: OrderDeadlines,
    private readonly reviews: ReviewStops,
    private readonly starts: ScheduledStarts,
    private readonly afterCommit: AfterCommit,
  ) {}

  /**
   * Answers how many rows were settled. A row that fails holds up no other: it rests for a while, and the first
   * failure is thrown once all the others are through.
   */
  async sweep(tenant: string): Promise<number> {
    const actor = engineActor(tenant);
    const resting = this.failed.resting();
    const rows = await this.unitOfWork.withActor(actor, (tx) =>
      this.due.candidates(tx, BATCH * SETS, resting),
    );
    const sets = inSets(rows);
    let settled = 0;
    const lane = async (): Promise<void> => {
      for (let set = sets.shift(); set; set = sets.shift()) {
        const ofSet = await this.settleSet(set);
        settled += ofSet;
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    settled += await this.starts.sweep(tenant);
    this.failed.throwFirst();
    return settled;
  }

  /** Clocks first: a reminder of a step is given before a timer ends it. */
  private async settleSet(set: readonly DueRow[]): Promise<number> {
    const clocks = set.filter(({ kind }) => kind === 'rung');
    let settled = clocks.length > 0 ? await this.fireTogetherOrApart(clocks) : 0;
    for (const row of set) {
      if (row.kind !== 'rung') settled += await this.failed.guard(row.id, () => this.settleRow(row));
    }
    return settled;
  }

  /** One bad row would spoil the whole set: then each fires in a transaction of its own. */
  private async fireTogetherOrApart(rows: readonly DueRow[]): Promise<number> {
    try {
      return await this.fireClocks(rows);
    } catch {
      let settled = 0;
      for (const row of rows) settled += await this.failed.guard(row.id, () => this.fireClocks([row]));
      return settled;
    }
  }

  private fireClocks(rows: readonly DueRow[]): Promise<number> {
    return this.unitOfWork.withActor(engineActor(rows[0]?.tenant ?? ''), async (tx) => {
      const { now, clocks } = await this.due.lockClocks(tx, rows);
      const [first] = clocks;
      if (!first) return 0;
      const [{ ladders }, directory, plans] = await Promise.all([
        this.calendars.of(first.tenant),
        this.directory.of(first.tenant),
        this.plansOf(clocks),
      ]);
      const asking = askingForMisses(clocks, ladders, now).map(({ clockId }) => clockId);
      const misses = asking.length === 0 ? new Map() : await this.due.misses(tx, asking);
      const planOf = (id: string): ProcessPlan => {
        const plan = plans.get(id);
        if (!plan) throw new Error(`No plan of ${id}.`);
        return plan;
      };
      if (this.reach?.directory !== directory) this.reach = new Reach(directory);
      const firings = planFirings(clocks, { now, ladders, reach: this.reach, planOf, misses });
      await this.due.fire(tx, firings);
      this.tell(tx, clocks, firings.outbox.length > 0);
      return clocks.length;
    });
  }

  private tell(tx: Tx, clocks: readonly ClockDue[], outbox: boolean): void {
    const officesOf = (some: readonly ClockDue[]): readonly string[] => [
      ...new Set(some.flatMap(({ tasks }) => tasks.map(({ officeId }) => officeId))),
    ];
    if (clocks.length > TOLD_BY_CASE) {
      this.afterCommit.changed(tx, { officeIds: officesOf(clocks), outbox });
      return;
    }
    for (const clock of clocks)
      this.afterCommit.changed(tx, { caseId: clock.caseId, officeIds: officesOf([clock]), outbox });
  }

  private async plansOf(clocks: readonly ClockDue[]): Promise<ReadonlyMap<string, ProcessPlan>> {
    const ids = [...new Set(clocks.map(({ definitionId }) => definitionId))];
    const found = await Promise.all(ids.map((id) => this.definitions.byId(id)));
    return new Map(found.map(({ id, plan }) => [id, plan]));
  }

  private settleRow(row: DueRow): Promise<number> {
    switch (row.kind) {
      case 'order':
        return this.lapseOrder(row);
      case 'stop':
        return this.reviewStop(row);
      default:
        return this.moveCase(row);
    }
  }

  private reviewStop(row: DueRow): Promise<number> {
    return this.unitOfWork.withActor(engineActor(row.tenant), async (tx) => {
      await this.reviews.review(tx, row);
      return (await this.due.settle(tx, row.id)) ? 1 : 0;
    });
  }

  /** The deadline of an answer to a 督办单: it belongs to the paper, whatever became of the case. */
  private lapseOrder(row: DueRow): Promise<number> {
    return this.unitOfWork.withActor(engineActor(row.tenant), async (tx) => {
      await this.orders.lapse(tx, row.ref.slice('order:'.length));
      return (await this.due.settle(tx, row.id)) ? 1 : 0;
    });
  }

  /** Timers and retries: one transaction a case; a row that was overtaken is only taken away. */
  private moveCase(row: DueRow): Promise<number> {
    const actor = engineActor(row.tenant);
    return this.unitOfWork.withActor(actor, async (tx) => {
      const stimulusId = `due:${row.id}`;
      const moved =
        row.kind === 'service-retry'
          ? await this.retries.retry(tx, row, actor, this.services)
          : await this.transition.advance(tx, {
              caseId: row.caseId,
              stimulusId,
              stimulus:
                row.kind === 'message-expiry'
                  ? { kind: 'expire-messages' }
                  : { kind: 'timer', wait: row.ref, due: row.at },
              actor,
            });
      // Suspended between the look and the lock: the row is held and comes again.
      if (moved && !moved.ok && moved.error.code === 'CASES.SUSPENDED') return 0;
      return (await this.due.settle(tx, row.id)) ? 1 : 0;
    });
  }
}

/**
 * The rows of one case stay together, so that no set waits for another, and cases that were opened together too (their
 * ids are in the order of time): their rows lie on the same pages.
 */
const inSets = (rows: readonly DueRow[]): (readonly DueRow[])[] => {
  const byCase = new Map<string, DueRow[]>();
  for (const row of rows) {
    const ofCase = byCase.get(row.caseId);
    if (ofCase) ofCase.push(row);
    else byCase.set(row.caseId, [row]);
  }
  const sets: DueRow[][] = [];
  const cases = [...byCase].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [, ofCase] of cases) {
    const last = sets.at(-1);
    if (last && last.length + ofCase.length <= BATCH) last.push(...ofCase);
    else sets.push([...ofCase]);
  }
  return sets;
};
