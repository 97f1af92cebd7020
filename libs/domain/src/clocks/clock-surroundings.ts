import type { WorkingCalendar } from '@lianban/calendar';
import type { ClockDefinition, ProcessPlan } from '@lianban/process-runtime';
import type { Emergency } from './emergency.js';
import type { GoingBack } from './going-back.js';
import type { LadderBook } from './ladder-book.js';

/** What the clocks of a case have to know of it when they move. */
export interface ClockSurroundings {
  readonly plan: ProcessPlan;
  /** The calendar of the case's district; for a unit's clock that of the office that has the step. */
  readonly calendarOf: (scope: ClockDefinition['scope'], node: string) => WorkingCalendar;
  readonly ladders: LadderBook;
  /** Known emergencies of the case's jurisdiction. */
  readonly emergencies?: readonly Emergency[];
  /** Milestones of the case after the step. */
  readonly milestones: Readonly<Record<string, string>>;
  readonly now: string;
  readonly newId: () => string;
  /** Whether FEEL holds over case data and `outcome`. */
  readonly holds: (expression: string, outcome: string | undefined) => boolean;
  /** Steps at which something still stands after the step: their clocks aren't cancelled with one of several tokens. */
  readonly standing?: ReadonlySet<string>;
  /** The case goes back to an earlier step. */
  readonly back?: GoingBack;
  /** Ground of the suspension that a resumption lifts. */
  readonly suspendedOn?: string;
}
