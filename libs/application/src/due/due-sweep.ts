import { engineActor, routeLane } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { BusinessCalendars } from '../calendars/index.js';
import { CaseTransition, LocalServices } from '../cases/index.js';
import { RetryLocalService } from '../cases/retry-local-service.js';
import { DefinitionCatalog } from '../definitions/index.js';
import { KnownDirectory } from '../routing/index.js';
import { AfterCommit, UnitOfWork } from '../transaction/index.js';
import { type ClockDue, type ClockFirings, type DueRow, DueStore, type Firing } from './due-store.port.js';
import { FailedRows } from './failed-rows.js';
import { tellAddressees } from './tell-addressees.js';

/** Clock rows that fire in one transaction. */
const BATCH = 500;

/**
 * Looks once for what has fallen due and does it. Rows that move no token (marks, breaches, rungs) fire set by set;
 * a timer moves its case by a transition of its own. Two sweepers may run: the lock of the case and the re-check
 * under it make everything happen once. Call it every second until it answers zero.
 */
@Injectable()
export class DueSweep {
  private readonly failed = new FailedRows();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly due: DueStore,
    private readonly transition: CaseTransition,
    private readonly definitions: DefinitionCatalog,
    private readonly directory: KnownDirectory,
    private readonly calendars: BusinessCalendars,
    private readonly services: LocalServices,
    private readonly retries: RetryLocalService,
    private readonly afterCommit: AfterCommit,
  ) {}

  /**
   * Answers how many rows were settled. A row that fails holds up no other: it rests for a while, and the first
   * failure is thrown once all the others are through.
   */
  async sweep(tenant: string): Promise<number> {
    const actor = engineActor(tenant);
    const resting = this.failed.resting();
    const rows = await this.unitOfWork.withActor(actor, (tx) => this.due.candidates(tx, BATCH, resting));
    const clocks = rows.filter(({ kind }) => kind === 'rung');
    let settled = clocks.length === 0 ? 0 : await this.fireTogetherOrApart(clocks);
    for (const row of rows) {
      if (row.kind !== 'rung') settled += await this.failed.guard(row.id, () => this.moveCase(row));
    }
    this.failed.throwFirst();
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
      if (clocks.length === 0) return 0;
      const firings = await this.planFirings(now, clocks);
      await this.due.fire(tx, firings);
      for (const { caseId, task } of clocks) {
        this.afterCommit.changed(tx, {
          caseId,
          officeIds: task ? [task.officeId] : [],
          outbox: firings.firings.length > 0,
        });
      }
      return clocks.length;
    });
  }

  private async planFirings(now: string, clocks: readonly ClockDue[]): Promise<ClockFirings> {
    const firings: Firing[] = [];
    const marks: ClockFirings['marks'][number][] = [];
    const breaches: ClockFirings['breaches'][number][] = [];
    const next: ClockFirings['next'][number][] = [];
    for (const clock of clocks) {
      const over = clock.schedule.findIndex(({ at }) => at > now);
      const [ripe, later] =
        over < 0 ? [clock.schedule, []] : [clock.schedule.slice(0, over), clock.schedule.slice(over)];
      // After a long wait both are ripe, and a row is written once in a statement: the later one counts.
      const mark = ripe.flatMap((act) => (act.kind === 'mark' ? [act.mark] : [])).at(-1);
      if (mark) {
        marks.push({
          clockId: clock.clockId,
          mark,
          ...(clock.task ? { taskId: clock.task.id } : {}),
        });
      }
      for (const act of ripe) {
        if (act.kind === 'rung') firings.push(await this.firing(clock, act.level, act.at));
        else if (act.mark === 'overdue') {
          const { clockId, caseId, tenant, ledgerLength } = clock;
          breaches.push({ clockId, caseId, tenant, seq: ledgerLength + 1, dueAt: act.at });
        }
      }
      const [first] = later;
      next.push({ id: clock.id, schedule: later, ...(first ? { at: first.at } : {}) });
    }
    return { now, firings, marks, breaches, next };
  }

  private async firing(clock: ClockDue, level: string, plannedAt: string): Promise<Firing> {
    const [{ ladders }, directory, definition] = await Promise.all([
      this.calendars.of(clock.tenant),
      this.directory.of(clock.tenant),
      this.definitions.byId(clock.definitionId),
    ]);
    const ladder = ladders.named(clock.climbs, clock.ladder, plannedAt);
    const rung = ladder?.rungs.find((candidate) => candidate.level === level);
    const { plan } = definition;
    const officeOf = (node: string | undefined): string | undefined => {
      const lane = node === undefined ? undefined : plan.nodes[node]?.lane;
      const found = lane === undefined ? undefined : plan.lanes[lane];
      return found && routeLane(found, clock.district, {}, directory)?.office.id;
    };
    const leadLane = Object.values(plan.lanes).find(({ department }) =>
      directory.departments.has(department),
    );
    const leadOfficeId = leadLane && routeLane(leadLane, clock.district, {}, directory)?.office.id;
    const officeId = clock.task?.officeId ?? officeOf(clock.node) ?? leadOfficeId ?? '';
    const told = rung
      ? tellAddressees(
          rung.tell,
          {
            officeId,
            district: clock.district,
            ...(clock.task?.assignee === undefined ? {} : { assignee: clock.task.assignee }),
            ...(leadOfficeId === undefined ? {} : { leadOfficeId }),
          },
          directory,
        )
      : [];
    return {
      clockId: clock.clockId,
      level,
      tenant: clock.tenant,
      caseId: clock.caseId,
      ...(clock.task ? { taskId: clock.task.id } : {}),
      ladder: clock.ladder,
      plannedAt,
      why: told.length > 0 ? 'due' : 'due, nobody reachable',
      action: rung?.action ?? { zh: level, en: level },
      told,
    };
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
              stimulus: { kind: 'timer', wait: row.ref, due: row.at },
              actor,
            });
      // Suspended between the look and the lock: the row is held and comes again.
      if (moved && !moved.ok && moved.error.code === 'CASES.SUSPENDED') return 0;
      return (await this.due.settle(tx, row.id)) ? 1 : 0;
    });
  }
}
