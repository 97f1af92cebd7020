import type { LedgerEntry } from '@lianban/calendar';
import {
  type ClockAct,
  type ClockChange,
  type StopReview,
  courtOfGround,
  entryOfAct,
  nextStopReview,
  withEntry,
} from '@lianban/domain';
import { type AppError, type JsonObject, type Result, denied, err, missing, ok } from '@lianban/kernel';
import { v7 as newId } from 'uuid';
import type { BusinessRules } from '../calendars/index.js';
import type { PublishedDefinition } from '../definitions/index.js';
import { type FullDirectory, officeOfStep } from '../routing/index.js';
import type { LockedCase } from './case-store.port.js';
import type { ChangesOfStep } from './changes-of-step.js';
import { clockOfTask } from './clock-of-task.js';
import { withDefinitions } from './migrating.js';
import { stopRef } from './stop-ref.js';
import type { ClockActRequest } from './transition-requests.js';

export interface ActedClock {
  readonly change: ClockChange;
  /** When the office is asked whether the stop still holds. */
  readonly review?: StopReview;
}

/** The clock as the act leaves it, or why the act is refused. */
export const actOnHeldClock = (
  held: LockedCase,
  definition: PublishedDefinition,
  rules: BusinessRules,
  directory: FullDirectory,
  { clockId, act, actor, mayAct }: ClockActRequest,
): Result<ActedClock, AppError> => {
  const clock = withDefinitions(held, definition).find(({ id }) => id === clockId);
  if (!clock) throw missing('CLOCKS.UNKNOWN', 'The case has no such clock.', { details: { clockId } });
  const { district, data, tasks, now } = held;
  // A suspended case lies with nobody: whose turn it is on a stop of one clock could not be told apart from that.
  if (held.state.suspended && act.kind !== 'extend-clock' && !act.emergency)
    return err({ kind: 'conflict', code: 'CASES.SUSPENDED', message: 'The case is suspended.' });
  const office = officeOfStep({ plan: definition.plan, district, directory }, clock.node, tasks, data);
  const approver = act.kind === 'extend-clock' ? clock.definition.extension?.approver : undefined;
  if (!mayAct(approver, office, directory)) {
    const details = approver === undefined ? {} : { approver };
    throw denied('CLOCKS.NOT_YOURS', 'Your post does not allow this act on this clock.', { details });
  }
  const calendar = rules.calendarAt((clock.definition.scope === 'unit' ? office : undefined) ?? district);
  const entry = entryOfAct(clock, act, { calendar, now, by: actor.name });
  if (!entry.ok) return entry;
  const ladder = rules.ladders.climbedBy(clock.ledger, clock.definition.ladder, now);
  const change = withEntry(clock, entry.value, calendar, ladder);
  // An emergency has an end of its own, for all the clocks that it stops.
  if (act.kind !== 'stop-clock' || act.emergency) return ok({ change });
  const { until } = act;
  const stop = { since: now, ...(until === undefined ? {} : { until }) };
  return ok({ change, review: nextStopReview(stop, now, calendar) });
};

const ACTS = {
  'extend-clock': 'clock.extended',
  'stop-clock': 'clock.stopped',
  'resume-clock': 'clock.resumed',
} as const;

const flat = (entry: LedgerEntry | undefined): JsonObject =>
  entry?.kind === 'extended' ? { ...entry, by: { ...entry.by } } : { ...entry };

/** The ledger's entry stands in the trail whole, with its reason and its document. */
export const noteClockAct = (
  changes: ChangesOfStep,
  clockId: string,
  act: ClockAct,
  { change: { clock, appended, reading }, review }: ActedClock,
): void => {
  const { plan } = changes.around.definition;
  const tokens = changes.held.tasks
    .filter(({ node }) => clockOfTask(plan, node) === clock.definition.id)
    .map(({ token }) => token);
  if (act.kind !== 'extend-clock' && tokens.length > 0 && !changes.held.state.suspended) {
    const { stopGround: ground } = reading;
    changes.courtHanded =
      ground === undefined ? { tokens, to: 'back' } : { tokens, to: courtOfGround(ground), ground };
  }
  if (act.kind === 'resume-clock' && !act.emergency) changes.dropDue(stopRef(clockId, act.ground));
  if (act.kind === 'stop-clock' && review) {
    changes.due.push({
      id: newId(),
      kind: 'stop',
      at: review.at,
      ref: stopRef(clockId, act.ground),
      held: false,
      payload: {},
    });
  }
  const entry = appended.at(-1);
  changes.audit(ACTS[act.kind], 'clock', clockId, {
    ground: act.kind === 'extend-clock' ? act.reason : act.ground,
    after: { ...flat(entry), node: clock.node, clock: clock.definition.id },
  });
};
