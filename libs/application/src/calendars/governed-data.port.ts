import type { CalendarLayer } from '@lianban/calendar';
import type { Emergency, Ladder } from '@lianban/domain';

/** Calendars and ladders as governed data: versioned, read by what is in force. */
export abstract class GovernedData {
  /** Layers of a tenant from the nation inwards, each in the version that is in force. */
  abstract calendarLayers(tenant: string): Promise<readonly CalendarLayer[]>;
  /** Every version that was ever published. */
  abstract publishedLayers(tenant: string): Promise<readonly CalendarLayer[]>;
  /** Where a place lies: an office in its district, a county in its city. */
  abstract places(tenant: string): Promise<ReadonlyMap<string, string>>;
  /** Every published version: a clock climbs the one it started with. */
  abstract ladders(tenant: string): Promise<readonly Ladder[]>;
  /** Emergencies that are not over, with the districts they are of. */
  abstract emergencies(tenant: string): Promise<readonly EmergencyOfPlaces[]>;
}

export interface EmergencyOfPlaces extends Emergency {
  readonly districts: readonly string[];
}
