import type { WorkingCalendar } from '@lianban/calendar';
import type { Agenda } from './agenda.js';
import type { MovedTime } from './moved-time.js';
import type { People } from './people.js';
import type { Story } from './stories.js';
import type { SeenCase, Watch } from './watch.js';

/** One playing of a history: whose story belongs to which institution, what was seen, what is planned. */
export interface Play {
  readonly tenant: string;
  readonly calendar: WorkingCalendar;
  readonly agenda: Agenda;
  readonly time: MovedTime;
  readonly watch: Watch;
  readonly people: People;
  readonly stories: Map<string, Story>;
  /** Tasks, waits and due instants that are planned for already, and how often a step was answered. */
  readonly planned: Set<string>;
  readonly answered: Map<string, number>;
  readonly touched: Set<string>;
  /** Every case as it was last looked at. */
  readonly seen: Map<string, SeenCase>;
  /** From this instant on, other departments' systems have had their trouble. */
  readonly lately: string;
}
