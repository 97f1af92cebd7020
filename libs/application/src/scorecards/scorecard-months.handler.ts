import type { MonthCell, MonthFigures, ScorecardMonthsView } from '@lianban/contracts';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { UnitOfWork } from '../transaction/index.js';
import { ScorecardMonths, type StoredMonthsRow } from './scorecard-months.port.js';
import { GetScorecardMonthsQuery } from './scorecards.requests.js';
import { mustSee } from './who-sees.js';

const MONTHS = 12;

/** The last months side by side: what was frozen, with the corrections beside it, and the month that runs. */
@QueryHandler(GetScorecardMonthsQuery)
export class GetScorecardMonthsHandler implements IQueryHandler<GetScorecardMonthsQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ScorecardMonths,
  ) {}

  async execute({ actor, request }: GetScorecardMonthsQuery): Promise<ScorecardMonthsView> {
    const { by, office, district } = request;
    mustSee(actor, office, by === 'person');
    return this.unitOfWork.withActor(actor, async (tx) => {
      const months = (await this.store.withFigures(tx, actor.tenant)).slice(0, MONTHS).toReversed();
      const frozen = await this.store.frozen(tx, actor.tenant, months);
      const stored = await this.store.rows(tx, actor.tenant, {
        months,
        by,
        ...(office === undefined ? {} : { office }),
        ...(district === undefined ? {} : { district }),
      });
      const rows = stored.flatMap(({ key, name, cells }) =>
        key === null ? [] : [{ key, name, cells: cells.map(monthCell) }],
      );
      return {
        months: months.map((month) => frozen.find((one) => one.month === month) ?? { month, corrections: 0 }),
        total: stored.find(({ key }) => key === null)?.cells.map(monthCell) ?? [],
        rows: rows.toSorted((a, b) => lateOwnOf(b) - lateOwnOf(a) || (a.key < b.key ? -1 : 1)),
      };
    });
  }
}

const NOTHING: MonthFigures = { completed: 0, late: 0, lateOwn: 0, meanHours: 0 };
const FIGURES = ['completed', 'late', 'lateOwn', 'meanHours'] as const;

const monthCell = ({ month, figures = NOTHING, corrected }: StoredMonthsRow['cells'][number]): MonthCell => ({
  month,
  figures,
  ...(FIGURES.some((figure) => figures[figure] !== corrected[figure]) ? { corrected } : {}),
});

const lateOwnOf = ({ cells }: { readonly cells: readonly MonthCell[] }): number =>
  cells.reduce((sum, { figures }) => sum + figures.lateOwn, 0);
