import {
  type CalendarLayer,
  type WorkingCalendar,
  calendarsByPlace,
  createCalendar,
} from '@lianban/calendar';
import { type Emergency, LadderBook } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { type EmergencyOfPlaces, GovernedData } from './governed-data.port.js';

export interface BusinessRules {
  /** What holds in the whole city: for what belongs to no district. */
  readonly calendar: WorkingCalendar;
  /** What holds at a place: a district, or an office with what is its own. */
  readonly calendarAt: (place: string) => WorkingCalendar;
  /** What a ledger names: `CN@1+330900@2`; undefined where a version of it is not known. */
  readonly calendarNamed: (version: string) => WorkingCalendar | undefined;
  readonly ladders: LadderBook;
  /** Emergencies of a district, and of what it lies in. */
  readonly emergenciesAt: (district: string) => readonly Emergency[];
}

/** How long a process may work with a calendar or ladder that has just been replaced, in milliseconds. */
const FRESH_MS = 5_000;

/**
 * Milliseconds from a change of these rules to the operation that applies it to what runs: longer than a process may go
 * on by the rules it knows, so that no clock starts by the old ones behind the operation's back.
 */
export const SETTLED_MS = FRESH_MS + 3_000;

/** Calendar and ladders of a tenant, kept for a few seconds, so that a transition reads no governed data. */
@Injectable()
export class BusinessCalendars {
  private readonly known = new Map<
    string,
    { readonly rules: Promise<BusinessRules>; readonly until: number }
  >();

  constructor(private readonly data: GovernedData) {}

  of(tenant: string): Promise<BusinessRules> {
    const known = this.known.get(tenant);
    if (known && known.until > performance.now()) return known.rules;
    const rules = this.load(tenant);
    this.known.set(tenant, { rules, until: performance.now() + FRESH_MS });
    rules.catch(() => this.known.delete(tenant));
    return rules;
  }

  private async load(tenant: string): Promise<BusinessRules> {
    const [layers, published, liesIn, ladders, emergencies] = await Promise.all([
      this.data.calendarLayers(tenant),
      this.data.publishedLayers(tenant),
      this.data.places(tenant),
      this.data.ladders(tenant),
      this.data.emergencies(tenant),
    ]);
    const calendars = calendarsByPlace(layers, liesIn);
    return {
      calendar: calendars.base,
      calendarAt: calendars.at,
      calendarNamed: calendarsByName(published),
      ladders: new LadderBook(ladders),
      emergenciesAt: (district) => emergencies.filter((emergency) => isOf(emergency, district, liesIn)),
    };
  }
}

const isOf = (
  { districts }: EmergencyOfPlaces,
  district: string,
  liesIn: ReadonlyMap<string, string>,
): boolean => {
  for (let place: string | undefined = district; place !== undefined; place = liesIn.get(place))
    if (districts.includes(place)) return true;
  return false;
};

const calendarsByName = (published: readonly CalendarLayer[]): BusinessRules['calendarNamed'] => {
  const layers = new Map(published.map((layer) => [`${layer.code}@${layer.version}`, layer]));
  const known = new Map<string, WorkingCalendar | undefined>();
  return (version) => {
    if (known.has(version)) return known.get(version);
    const found = version.split('+').map((name) => layers.get(name));
    const calendar = found.some((layer) => layer === undefined)
      ? undefined
      : createCalendar(found.flatMap((layer) => layer ?? []));
    known.set(version, calendar);
    return calendar;
  };
};
