import {
  type CalendarLayer,
  LAYERS,
  calendarsByPlace,
  createCalendar,
  dueInstant,
  explainDue,
  toCivilDate,
  toDayNumber,
  toLocalTime,
} from '@lianban/calendar';
import type { CalendarDay, CalendarYearView, CountedDays } from '@lianban/contracts';
import { missing } from '@lianban/kernel';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { KnownDirectory } from '../../routing/index.js';
import { UnitOfWork } from '../../transaction/index.js';
import { BusinessCalendars } from '../business-calendars.js';
import { GovernedData } from '../governed-data.port.js';
import { CalendarStore } from './calendar-store.port.js';
import { placesOf } from './calendar-views.js';
import { CountDaysQuery, GetCalendarYearQuery } from './calendars.requests.js';

@QueryHandler(GetCalendarYearQuery)
export class GetCalendarYearHandler implements IQueryHandler<GetCalendarYearQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: CalendarStore,
    private readonly data: GovernedData,
    private readonly directory: KnownDirectory,
  ) {}

  async execute({ actor, year, place, drafts }: GetCalendarYearQuery): Promise<CalendarYearView> {
    const [versions, liesIn, directory] = await Promise.all([
      this.unitOfWork.readAs(actor, (tx) => this.store.all(tx, actor.tenant)),
      this.data.places(actor.tenant),
      this.directory.of(actor.tenant),
    ]);
    const known = placesOf(directory).find(({ code }) => code === place);
    if (place !== undefined && !known)
      throw missing('CALENDARS.PLACE_UNKNOWN', 'No calendar is kept for this place.', { details: { place } });
    const shown = versions.filter(
      ({ state, inForce, layer, code }) =>
        (drafts && state === 'draft') ||
        (inForce &&
          !(drafts && versions.some((it) => it.state === 'draft' && it.layer === layer && it.code === code))),
    );
    const layers = shown
      .map(({ body }) => body)
      .toSorted((a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer));
    const held = calendarsByPlace(layers, liesIn).layersAt(place);
    const calendar = createCalendar(held);
    const isDraft = (layer: CalendarLayer): boolean =>
      shown.some(({ state, body }) => state === 'draft' && body === layer);
    const [first, last] = [toDayNumber(`${year}-01-01`), toDayNumber(`${year}-12-31`)];
    const days: CalendarDay[] = [];
    for (let day = first; day <= last; day += 1) {
      const kind = calendar.exception(day);
      if (kind) days.push({ ...wordOn(held, toCivilDate(day), isDraft), date: toCivilDate(day), kind });
    }
    return {
      year,
      ...(known ? { place: known } : {}),
      provisional: calendar.isProvisional(first),
      workingDays: calendar.workingDaysBetween(first - 1, last),
      officeHours: calendar.officeSpans.map(([from, to]) => [clock(from), clock(to)] as const),
      days,
      versions: held.map(({ layer, code, version }) => ({ layer, code, version })),
    };
  }
}

/** Which layer has the last word on a day, and what it calls it. */
const wordOn = (
  held: readonly CalendarLayer[],
  date: string,
  isDraft: (layer: CalendarLayer) => boolean,
): Omit<CalendarDay, 'date' | 'kind'> => {
  for (const layer of held.toReversed()) {
    for (const { off, workOnWeekend, names } of Object.values(layer.years)) {
      if (!off.includes(date) && !workOnWeekend.includes(date)) continue;
      const name = names?.[date];
      return { layer: layer.layer, draft: isDraft(layer), ...(name === undefined ? {} : { name }) };
    }
  }
  return { draft: false };
};

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

@QueryHandler(CountDaysQuery)
export class CountDaysHandler implements IQueryHandler<CountDaysQuery> {
  constructor(private readonly calendars: BusinessCalendars) {}

  async execute({ actor, request }: CountDaysQuery): Promise<CountedDays> {
    const rules = await this.calendars.of(actor.tenant);
    const { place, start, amount, unit } = request;
    const calendar = place === undefined ? rules.calendar : rules.calendarAt(place);
    const { at, provisional, derivation } = dueInstant(calendar, new Date(start).toISOString(), {
      amount,
      unit,
    });
    const closing = clock(Math.floor(toLocalTime(calendar, at).minute));
    return {
      dueAt: at,
      provisional,
      explanation: explainDue(derivation, closing),
      calendar: calendar.version,
    };
  }
}
