import { engineActor } from '@lianban/domain';
import { AppException } from '@lianban/kernel';
import { nextStart, startTimersOf } from '@lianban/process-runtime';
import { Injectable } from '@nestjs/common';
import { BusinessCalendars } from '../calendars/index.js';
import { CaseTransition } from '../cases/index.js';
import { DefinitionCatalog, startInstant } from '../definitions/index.js';
import { type Tx, UnitOfWork } from '../transaction/index.js';
import { type DueStart, DueStore } from './due-store.port.js';
import { FailedRows } from './failed-rows.js';

const BATCH = 100;

/**
 * Cases that a timer begins. The case and the next occurrence of its timer are one transaction under the lock of the
 * row, so that each occurrence begins one case, however many sweep and wherever they stop. What was missed while
 * nobody swept is made up for, one case for each occurrence.
 */
@Injectable()
export class ScheduledStarts {
  private readonly failed = new FailedRows();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly due: DueStore,
    private readonly transition: CaseTransition,
    private readonly definitions: DefinitionCatalog,
    private readonly calendars: BusinessCalendars,
  ) {}

  /** Answers how many cases were begun; the first failure is thrown once all the others are through. */
  async sweep(tenant: string): Promise<number> {
    const actor = engineActor(tenant);
    const resting = this.failed.resting();
    const rows = await this.unitOfWork.readAs(actor, (tx) => this.due.startCandidates(tx, BATCH, resting));
    let begun = 0;
    for (const { id } of rows) {
      begun += await this.failed.guard(id, () =>
        this.unitOfWork.withActor(actor, (tx) => this.begin(tx, tenant, id)),
      );
    }
    this.failed.throwFirst();
    return begun;
  }

  private async begin(tx: Tx, tenant: string, id: string): Promise<number> {
    const start = await this.due.lockStart(tx, id);
    if (!start) return 0;
    const definition = await this.definitions.byId(start.definitionId);
    const { startEvent } = start.payload;
    const stimulusId = `start:${id}:${start.at}`;
    const opened = await this.transition.open(tx, {
      definition,
      startEvent,
      stimulusId,
      data: {},
      event: { due: start.at },
      district: tenant,
      title: definition.name.zh,
      causedBy: stimulusId,
      actor: engineActor(tenant),
    });
    if (!opened.ok) throw new AppException(opened.error);
    await this.goOn(tx, id, start, definition.plan, tenant);
    return 1;
  }

  private async goOn(
    tx: Tx,
    id: string,
    { payload, at }: DueStart,
    plan: Parameters<typeof startTimersOf>[0],
    tenant: string,
  ): Promise<void> {
    const { startEvent, part, cycle } = payload;
    const timer = startTimersOf(plan).find((other) => other.startEvent === startEvent && other.part === part);
    const next = timer && nextStart(timer, cycle, at);
    if (!next) {
      await this.due.settle(tx, id);
      return;
    }
    const { calendar } = await this.calendars.of(tenant);
    await this.due.moveStart(tx, id, startInstant(next, at, calendar), {
      startEvent,
      part,
      ...(next.cycle ? { cycle: next.cycle } : {}),
    });
  }
}
