import type { CalendarLayer } from './calendar-layer.js';
import { type WorkingCalendar, createCalendar } from './working-calendar.js';

/** The calendars of a city, which may differ by county and by office. */
export interface CalendarsByPlace {
  /** What holds in the whole of it. */
  readonly base: WorkingCalendar;
  /** What holds at a place, a district or an office. The same layers give the same object. */
  readonly at: (place: string) => WorkingCalendar;
  /** The layers that hold at a place, or in the whole of the city, from the nation inwards. */
  readonly layersAt: (place?: string) => readonly CalendarLayer[];
}

/**
 * Composes layers, given from the nation inwards. Those of the nation and the province hold everywhere; one of a
 * district holds there and in all that lies in it.
 */
export const calendarsByPlace = (
  layers: readonly CalendarLayer[],
  /** Where a place lies: an office in its district, a county in its city. */
  liesIn: ReadonlyMap<string, string>,
): CalendarsByPlace => {
  const known = new Map<string, WorkingCalendar>();
  const layersAt = (place?: string): readonly CalendarLayer[] => {
    const codes = new Set<string>();
    for (let code = place; code !== undefined && !codes.has(code); code = liesIn.get(code)) codes.add(code);
    const holds = ({ layer, code }: CalendarLayer): boolean =>
      place === undefined ? layer === 'city' : codes.has(code);
    return layers.filter((it) => it.layer === 'national' || it.layer === 'province' || holds(it));
  };
  const compose = (held: readonly CalendarLayer[]): WorkingCalendar => {
    const key = held.map(({ code, version }) => `${code}@${version}`).join('+');
    const calendar = known.get(key) ?? createCalendar(held);
    known.set(key, calendar);
    return calendar;
  };
  return { base: compose(layersAt()), at: (place) => compose(layersAt(place)), layersAt };
};
