import { type WorkingCalendar, readLedger, toLocalTime } from '@lianban/calendar';
import type { HandlingSign } from '@lianban/contracts';
import { endOfMonth, startOfMonth } from '@lianban/domain';
import type { ClockDefinition } from '@lianban/process-runtime';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { BusinessCalendars } from '../calendars/index.js';
import { DefinitionCatalog } from '../definitions/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { ScorecardReader, type SignPeriod, type StoppedClock } from './scorecard-reader.port.js';
import { ListHandlingSignsQuery } from './scorecards.requests.js';
import { mustSee } from './who-sees.js';

/** Nobody reads a file in less. */
const AT_ONCE_SECONDS = 60;

/** 异常办理迹象: what a supervisor should look at. A sign is no verdict. */
@QueryHandler(ListHandlingSignsQuery)
export class ListHandlingSignsHandler implements IQueryHandler<ListHandlingSignsQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ScorecardReader,
    private readonly calendars: BusinessCalendars,
    private readonly definitions: DefinitionCatalog,
  ) {}

  async execute({ actor, request }: ListHandlingSignsQuery): Promise<readonly HandlingSign[]> {
    mustSee(actor, undefined);
    const { month, district } = request;
    const { calendar } = await this.calendars.of(actor.tenant);
    const within: SignPeriod = {
      from: startOfMonth(calendar, month),
      to: endOfMonth(calendar, month),
      ...(district === undefined ? {} : { district }),
    };
    const { atOnce, stopped } = await this.unitOfWork.withActor(actor, async (tx) => ({
      atOnce: await this.store.doneAtOnce(tx, actor.tenant, within, AT_ONCE_SECONDS),
      stopped: await this.store.stoppedClocks(tx, actor.tenant, within),
    }));
    const stops = await Promise.all(
      stopped.map(async (clock) => {
        const { plan } = await this.definitions.byId(clock.definitionId);
        return signsOf(clock, plan.clocks[clock.definition], calendar, within);
      }),
    );
    return [...atOnce, ...stops.flat()].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  }
}

const signsOf = (
  { definitionId: _version, definition: _clock, ledger, ...of }: StoppedClock,
  definition: ClockDefinition | undefined,
  calendar: WorkingCalendar,
  { from, to }: SignPeriod,
): readonly HandlingSign[] => {
  const stops = ledger.flatMap((entry, index) => (entry.kind === 'stopped' ? [{ entry, index }] : []));
  const signs: HandlingSign[] = [];
  const last = stops.at(-1);
  if (last && stops.length > 1) {
    signs.push({ ...of, kind: 'repeated-stops', at: last.entry.at, measure: stops.length });
  }
  for (const { entry, index } of stops) {
    if (!definition || entry.at < from || entry.at >= to) continue;
    const before = readLedger(ledger.slice(0, index), definition, calendar);
    if (before?.dueAt === undefined) continue;
    const left = toLocalTime(calendar, before.dueAt).day - toLocalTime(calendar, entry.at).day;
    if (left <= 0) signs.push({ ...of, kind: 'last-day-stop', at: entry.at, measure: -left });
  }
  return signs;
};
