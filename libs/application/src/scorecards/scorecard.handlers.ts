import type { Page, ScorecardView, WorkFactView } from '@lianban/contracts';
import { monthOf } from '@lianban/domain';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { BusinessCalendars } from '../calendars/index.js';
import { overseesAll } from '../casework/index.js';
import { decodeCursor, encodeCursor } from '../inbox/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { ScorecardMonths } from './scorecard-months.port.js';
import { ScorecardReader } from './scorecard-reader.port.js';
import { GetScorecardQuery, ListWorkFactsQuery } from './scorecards.requests.js';
import { mustSee } from './who-sees.js';

const PAGE = 50;

@QueryHandler(GetScorecardQuery)
export class GetScorecardHandler implements IQueryHandler<GetScorecardQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ScorecardReader,
    private readonly kept: ScorecardMonths,
    private readonly calendars: BusinessCalendars,
  ) {}

  async execute({ actor, request }: GetScorecardQuery): Promise<ScorecardView> {
    const { by, office, district, asOf } = request;
    mustSee(actor, office, by === 'person');
    const { calendar } = await this.calendars.of(actor.tenant);
    return this.unitOfWork.withActor(actor, async (tx) => {
      const month = request.month ?? monthOf(calendar, await this.store.now(tx));
      const months = await this.kept.withFigures(tx, actor.tenant);
      const [frozen] = await this.kept.frozen(tx, actor.tenant, [month]);
      const until = asOf === 'frozen' ? frozen?.frozenAt : undefined;
      const rows = await this.store.rows(tx, actor.tenant, {
        month,
        by,
        ...(office === undefined ? {} : { office }),
        ...(district === undefined ? {} : { district }),
        ...(until === undefined ? {} : { until }),
      });
      return { corrections: 0, ...frozen, month, months, rows };
    });
  }
}

@QueryHandler(ListWorkFactsQuery)
export class ListWorkFactsHandler implements IQueryHandler<ListWorkFactsQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ScorecardReader,
  ) {}

  async execute({ actor, request }: ListWorkFactsQuery): Promise<Page<WorkFactView>> {
    const { after, limit: asked, ...filter } = request;
    mustSee(actor, filter.office);
    const limit = asked ?? PAGE;
    const found = await this.unitOfWork.withActor(actor, (tx) =>
      this.store.facts(tx, actor.tenant, {
        ...filter,
        limit: limit + 1,
        ...(after === undefined ? {} : { after: decodeCursor(after) }),
      }),
    );
    const items = found.slice(0, limit).map((fact) => ({
      ...fact,
      may: {
        object: actor.officeIds.includes(fact.office.id) && fact.objection === undefined,
        conclude: overseesAll(actor),
      },
    }));
    const last = items.at(-1);
    return found.length > limit && last
      ? { items, next: encodeCursor({ at: last.closedAt, id: last.id }) }
      : { items };
  }
}
