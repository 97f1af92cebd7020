import { toInstant, toLocalTime } from '@lianban/calendar';
import type { InstitutionRow, Page, SupervisionBoard, TaskRow } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { denied } from '@lianban/kernel';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { BusinessCalendars, WorkingDaysLeft } from '../calendars/index.js';
import { overseesAll } from '../casework/index.js';
import { DefinitionCatalog } from '../definitions/index.js';
import { decodeCursor, encodeCursor } from '../inbox/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { BoardReader } from './board-reader.port.js';
import {
  GetBoardQuery,
  ListRegistrationsWithoutCaseQuery,
  ListSupervisedTasksQuery,
} from './supervision.queries.js';
import { worstSentence } from './worst-sentence.js';

const PAGE = 50;

const mustOversee = (actor: Actor): void => {
  if (!overseesAll(actor)) throw denied('SUPERVISION.NOT_YOURS', 'Only supervisors see the board.');
};

@QueryHandler(GetBoardQuery)
export class GetBoardHandler implements IQueryHandler<GetBoardQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly board: BoardReader,
    private readonly calendars: BusinessCalendars,
    private readonly definitions: DefinitionCatalog,
  ) {}

  async execute({ actor, district }: GetBoardQuery): Promise<SupervisionBoard> {
    mustOversee(actor);
    const rules = await this.calendars.of(actor.tenant);
    const { calendar, ladders } = rules;
    const { now, counts, worst } = await this.unitOfWork.withActor(actor, async (tx) => {
      const at = await this.board.now(tx);
      const dayEnds = toInstant(calendar, { day: toLocalTime(calendar, at).day + 1, minute: 0 });
      return {
        now: at,
        counts: await this.board.counts(tx, actor.tenant, dayEnds, district),
        worst: await this.board.worst(tx, actor.tenant, district),
      };
    });
    if (!worst) return counts;
    const here = rules.calendarAt(worst.place);
    const { plan } = await this.definitions.byId(worst.definitionId);
    const { caseId, caseNo, title, taskId, dueAt } = worst;
    const sentence = worstSentence(worst, plan.clocks[worst.clock?.definition ?? ''], ladders, here, now);
    return {
      ...counts,
      worst: { caseId, caseNo, title, taskId, isLate: Date.parse(dueAt) < Date.parse(now), sentence },
    };
  }
}

@QueryHandler(ListSupervisedTasksQuery)
export class ListSupervisedTasksHandler implements IQueryHandler<ListSupervisedTasksQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly board: BoardReader,
    private readonly calendars: BusinessCalendars,
    private readonly workingDays: WorkingDaysLeft,
  ) {}

  async execute({ actor, options }: ListSupervisedTasksQuery): Promise<Page<TaskRow>> {
    mustOversee(actor);
    const { calendar } = await this.calendars.of(actor.tenant);
    const limit = Math.min(options.limit ?? PAGE, 100);
    const { now, rows } = await this.unitOfWork.withActor(actor, async (tx) => {
      const at = await this.board.now(tx);
      const dayEnds = toInstant(calendar, { day: toLocalTime(calendar, at).day + 1, minute: 0 });
      const found = await this.board.tasks(tx, actor.tenant, {
        list: options.list,
        dayEnds,
        limit: limit + 1,
        ...(options.office === undefined ? {} : { officeId: options.office }),
        ...(options.district === undefined ? {} : { district: options.district }),
        ...(options.after === undefined ? {} : { after: decodeCursor(options.after) }),
      });
      return { now: at, rows: found };
    });
    const items = await this.workingDays.fill(actor.tenant, now, rows.slice(0, limit));
    const last = items.at(-1);
    return rows.length > limit && last
      ? { items, next: encodeCursor({ at: last.dueAt ?? 'infinity', id: last.id }) }
      : { items };
  }
}

@QueryHandler(ListRegistrationsWithoutCaseQuery)
export class ListRegistrationsWithoutCaseHandler implements IQueryHandler<ListRegistrationsWithoutCaseQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly board: BoardReader,
  ) {}

  execute({ actor, district }: ListRegistrationsWithoutCaseQuery): Promise<readonly InstitutionRow[]> {
    mustOversee(actor);
    return this.unitOfWork.withActor(actor, (tx) =>
      this.board.registrationsWithoutCase(tx, actor.tenant, district),
    );
  }
}
