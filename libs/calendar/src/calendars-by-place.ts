import type { CalendarLayer } from './calendar-layer.js';
import { type WorkingCalendar, createCalendar } from './working-calendar.js';

/** The calendars of a city, which may differ by county and by office. */
export interface CalendarsByPlace {
  /** What holds in the whole of it. */
  readonly base: WorkingCalendar;
  /** What holds at a place, a district or an office. The same layers give the same object. */
  readonly at: (place: string) => WorkingCalendar;
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
  const compose = (holds: (layer: CalendarLayer) => boolean): WorkingCalendar => {
    const held = layers.filter(
      (layer) => layer.layer === 'national' || layer.layer === 'province' || holds(layer),
    );
    const key = held.map(({ code, version }) => `${code}@${version}`).join('+');
    const calendar = known.get(key) ?? createCalendar(held);
    known.set(key, calendar);
    return calendar;
  };
  return {
    base: compose(({ layer }) => layer === 'city'),
    at: (place) => {
      const codes = new Set<string>();
      for (let code: string | undefined = place; code !== undefined && !codes.has(code);) {
        codes.add(code);
        code = liesIn.get(code);
      }
      return compose(({ code }) => codes.has(code));
    },
  };
};
