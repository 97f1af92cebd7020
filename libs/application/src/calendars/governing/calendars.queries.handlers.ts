import { readCalendarText, readDayRows, toCivilDate, toLocalTime } from '@lianban/calendar';
import type {
  CalendarImpactView,
  CalendarLayerView,
  CalendarListView,
  CalendarReadingView,
  CalendarVersionRow,
  CalendarVersionView,
} from '@lianban/contracts';
import { missing } from '@lianban/kernel';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { BulkStore, bulkView } from '../../bulk/index.js';
import { readLedger } from '../../registry/ledger/read-ledger.js';
import { KnownDirectory } from '../../routing/index.js';
import { UnitOfWork } from '../../transaction/index.js';
import { BusinessCalendars } from '../business-calendars.js';
import { RecountStore } from '../recount/recount-store.port.js';
import { CalendarStore } from './calendar-store.port.js';
import { mustGovern, nameOfPlace, placesOf, versionRow, versionView } from './calendar-views.js';
import {
  GetCalendarImpactQuery,
  GetCalendarVersionQuery,
  ListCalendarsQuery,
  ReadCalendarQuery,
} from './calendars.requests.js';

const PAGE = 50;

@QueryHandler(ListCalendarsQuery)
export class ListCalendarsHandler implements IQueryHandler<ListCalendarsQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: CalendarStore,
    private readonly directory: KnownDirectory,
    private readonly calendars: BusinessCalendars,
  ) {}

  async execute({ actor }: ListCalendarsQuery): Promise<CalendarListView> {
    const [{ versions, now }, directory, { calendar }] = await Promise.all([
      this.unitOfWork.readAs(actor, async (tx) => ({
        versions: await this.store.all(tx, actor.tenant),
        now: await this.store.now(tx),
      })),
      this.directory.of(actor.tenant),
      this.calendars.of(actor.tenant),
    ]);
    const places = placesOf(directory);
    const layers = new Map<string, CalendarLayerView & { readonly versions: CalendarVersionRow[] }>();
    for (const version of versions) {
      const { layer, code } = version;
      const known = layers.get(`${layer} ${code}`) ?? {
        layer,
        code,
        name: nameOfPlace(version, places),
        versions: [],
      };
      known.versions.push(versionRow(version));
      layers.set(`${layer} ${code}`, known);
    }
    const today = toCivilDate(toLocalTime(calendar, now).day);
    return { layers: [...layers.values()], places, today };
  }
}

@QueryHandler(GetCalendarVersionQuery)
export class GetCalendarVersionHandler implements IQueryHandler<GetCalendarVersionQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: CalendarStore,
    private readonly directory: KnownDirectory,
  ) {}

  async execute({ actor, key }: GetCalendarVersionQuery): Promise<CalendarVersionView> {
    const [version, directory] = await Promise.all([
      this.unitOfWork.readAs(actor, (tx) => this.store.version(tx, actor.tenant, key)),
      this.directory.of(actor.tenant),
    ]);
    if (!version) throw missing('CALENDARS.UNKNOWN', 'There is no such version.', { details: { ...key } });
    return versionView(version, placesOf(directory));
  }
}

@QueryHandler(ReadCalendarQuery)
export class ReadCalendarHandler implements IQueryHandler<ReadCalendarQuery> {
  async execute({ actor, source, year }: ReadCalendarQuery): Promise<CalendarReadingView> {
    mustGovern(actor);
    if (typeof source === 'string') return readCalendarText(source, year);
    const start = source
      .subarray(0, 200)
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trimStart();
    if (/^(?:\{|\[|BEGIN:VCALENDAR)/.test(start)) return readCalendarText(source.toString('utf8'), year);
    return readDayRows(await readLedger(source), year);
  }
}

@QueryHandler(GetCalendarImpactQuery)
export class GetCalendarImpactHandler implements IQueryHandler<GetCalendarImpactQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bulk: BulkStore,
    private readonly store: RecountStore,
  ) {}

  async execute({ actor, operation: id, page }: GetCalendarImpactQuery): Promise<CalendarImpactView> {
    mustGovern(actor);
    const limit = page.limit ?? PAGE;
    return this.unitOfWork.readAs(actor, async (tx) => {
      const operation = await this.bulk.byId(tx, actor.tenant, id);
      if (!operation) throw missing('BULK.UNKNOWN', 'There is no such operation.', { details: { id } });
      const [summary, items] = await Promise.all([
        this.store.summary(tx, id),
        this.store.rows(tx, id, limit, page.after),
      ]);
      const last = items.at(-1);
      return {
        operation: bulkView(operation),
        summary,
        items,
        ...(last && items.length === limit ? { next: last.clockId } : {}),
      };
    });
  }
}
