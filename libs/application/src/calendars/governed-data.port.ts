import type { CalendarLayer } from '@lianban/calendar';
import type { Ladder } from '@lianban/domain';

/** Calendars and ladders as governed data: versioned, read by what is in force. */
export abstract class GovernedData {
  /** Layers of a tenant from the nation inwards, each in its newest version. */
  abstract calendarLayers(tenant: string): Promise<readonly CalendarLayer[]>;
  abstract ladders(tenant: string): Promise<readonly Ladder[]>;
}
