import type { Page, TaskRow, TeamMember, TeamView } from '@lianban/contracts';
import { monthOf, startOfMonth } from '@lianban/domain';
import { denied } from '@lianban/kernel';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { BusinessCalendars, WorkingDaysLeft } from '../calendars/index.js';
import { decodeCursor, encodeCursor } from '../inbox/index.js';
import { KnownDirectory } from '../routing/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { AbsenceStore } from './absence-store.port.js';
import { mustLead } from './led-unit.js';
import { TeamStore } from './team-store.port.js';
import { GetTeamQuery, ListTeamTasksQuery } from './team.commands.js';

const PAGE = 50;

@QueryHandler(GetTeamQuery)
export class GetTeamHandler implements IQueryHandler<GetTeamQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly team: TeamStore,
    private readonly absences: AbsenceStore,
    private readonly directory: KnownDirectory,
    private readonly calendars: BusinessCalendars,
  ) {}

  async execute({ actor }: GetTeamQuery): Promise<TeamView> {
    const { officeIds, holders } = mustLead(actor, await this.directory.of(actor.tenant));
    const { calendar } = await this.calendars.of(actor.tenant);
    const people = [...new Set(holders.map(({ userId }) => userId))];
    return this.unitOfWork.readAs(actor, async (tx) => {
      const now = await this.team.now(tx);
      const monthBegan = startOfMonth(calendar, monthOf(calendar, now));
      const [loads, offices, absences, received] = await Promise.all([
        this.team.loads(tx, people, officeIds, monthBegan),
        this.team.backlogs(tx, actor.tenant, officeIds),
        this.absences.coming(tx, people),
        this.team.received(tx, actor.tenant, officeIds),
      ]);
      const members = loads.map(({ id, open, dueSoon, overdue, done }): TeamMember => {
        const own = holders.filter(({ userId }) => userId === id);
        return {
          id,
          name: own[0]?.name ?? { zh: id, en: id },
          posts: own.map(({ officeId, post }) => ({ office: officeId, post })),
          open,
          dueSoon,
          overdue,
          doneThisMonth: done,
          absences: absences.filter(({ person }) => person.id === id),
        };
      });
      return { offices, members, received };
    });
  }
}

@QueryHandler(ListTeamTasksQuery)
export class ListTeamTasksHandler implements IQueryHandler<ListTeamTasksQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly team: TeamStore,
    private readonly directory: KnownDirectory,
    private readonly workingDays: WorkingDaysLeft,
  ) {}

  async execute({ actor, request }: ListTeamTasksQuery): Promise<Page<TaskRow>> {
    const { officeIds, holders } = mustLead(actor, await this.directory.of(actor.tenant));
    const { person, office, after, limit = PAGE } = request;
    if (
      (person !== undefined && !holders.some(({ userId }) => userId === person)) ||
      (office !== undefined && !officeIds.includes(office))
    )
      throw denied('TEAM.NOT_IN_UNIT', 'The person or office does not belong to your unit.');
    const of = {
      officeIds: office === undefined ? officeIds : [office],
      ...(person === undefined ? {} : { person }),
    };
    const { now, rows } = await this.unitOfWork.readAs(actor, async (tx) => {
      const [at, found] = await Promise.all([
        this.team.now(tx),
        this.team.tasks(
          tx,
          actor.tenant,
          of,
          after === undefined ? undefined : decodeCursor(after),
          limit + 1,
        ),
      ]);
      return { now: at, rows: found };
    });
    const items = await this.workingDays.fill(actor.tenant, now, rows.slice(0, limit));
    const last = items.at(-1);
    return rows.length > limit && last
      ? { items, next: encodeCursor({ at: last.dueAt ?? 'infinity', id: last.id }) }
      : { items };
  }
}
