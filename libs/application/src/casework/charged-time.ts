import { isDeepStrictEqual } from 'node:util';
import {
  type LedgerEntry,
  Stops,
  type WorkingCalendar,
  readLedger,
  workingMinutesBetween,
} from '@lianban/calendar';
import type { ChargedTime, Text2 } from '@lianban/contracts';
import { type Charge, type Overrun, chargeCase, shareDelay } from '@lianban/domain';
import type { ClockDefinition, ProcessPlan } from '@lianban/process-runtime';
import type { CaseRecord, ClockRecord, CourtRecord } from './case-reader.port.js';

type CaseTime = Pick<CaseRecord, 'court' | 'clocks' | 'now' | 'status'>;

/** A clock of a unit: the limit of what its step had in hand from then to then. */
interface OwnLimit {
  readonly node: string;
  readonly from: string;
  readonly to: string;
  readonly dueAt?: string;
}

/** Whom a case waited for, and how the delay of each of its clocks falls on them. */
export const chargedTime = (file: CaseTime, plan: ProcessPlan, calendar: WorkingCalendar): ChargedTime => {
  const { court, clocks, now } = file;
  const charges = chargeCase(court, untilOf(file));
  const minutes = (from: string, to: string): number => workingMinutesBetween(calendar, from, to);
  const limits = clocks.flatMap((clock) => ownLimit(clock, plan.clocks[clock.definition], calendar, now));
  return {
    stretches: stretchesOf(charges, plan, minutes),
    delays: clocks.flatMap((clock) => {
      const definition = plan.clocks[clock.definition];
      const reading = definition && readLedger(clock.ledger, definition, calendar);
      if (clock.scope !== 'case' || reading?.dueAt === undefined) return [];
      const delay = minutes(reading.dueAt, reading.closedAt ?? now);
      if (delay <= 0) return [];
      const end = reading.closedAt ?? now;
      const counted = whileRunning(charges, clock.ledger, end);
      const overruns = counted.flatMap((charge) => overrunsIn(charge, limits, minutes));
      const { shares, unexplained } = shareDelay(delay, overruns);
      const names = new Map(court.map((tile) => [tile.party, partyOf(tile)]));
      return [
        {
          clock: clock.name,
          dueAt: reading.dueAt,
          workingSeconds: Math.round(delay * 60),
          shares: shares.map(({ party, minutes: share }) => ({
            party: names.get(party) ?? { zh: party, en: party },
            workingSeconds: Math.round(share * 60),
          })),
          unexplainedSeconds: Math.round(unexplained * 60),
        },
      ];
    }),
  };
};

/** From hand to hand inside one office is one stretch. */
const stretchesOf = (
  charges: readonly Charge<CourtRecord>[],
  plan: ProcessPlan,
  minutes: (from: string, to: string) => number,
): ChargedTime['stretches'] => {
  const stretches: ChargedTime['stretches'][number][] = [];
  let heldBefore: readonly string[] = [];
  for (const { from, to, waitedFor } of charges) {
    const whom = waitedFor.map((tile) => ({ step: stepOf(plan, tile), party: partyOf(tile) }));
    const last = stretches.at(-1);
    const heldBy = waitedFor.map(({ node, party }) => `${node} ${party}`);
    const goesOn = last !== undefined && isDeepStrictEqual(heldBefore, heldBy);
    heldBefore = heldBy;
    const since = goesOn ? last.from : from;
    const stretch = { from: since, to, workingSeconds: Math.round(minutes(since, to) * 60), waitedFor: whom };
    stretches.splice(goesOn ? -1 : stretches.length, 1, stretch);
  }
  return stretches;
};

/** A case that has ended waited for nobody any more. */
const untilOf = ({ court, now, status }: CaseTime): string =>
  status === 'open' ? now : court.reduce((last, { to }) => (to !== undefined && to > last ? to : last), '');

const ownLimit = (
  { node, scope, ledger }: ClockRecord,
  definition: ClockDefinition | undefined,
  calendar: WorkingCalendar,
  now: string,
): readonly OwnLimit[] => {
  const reading = definition && readLedger(ledger, definition, calendar);
  if (scope !== 'unit' || !reading) return [];
  const { startedAt: from, closedAt: to = now, dueAt } = reading;
  return [{ node, from, to, ...(dueAt === undefined ? {} : { dueAt }) }];
};

/** The charged stretches without the time in which the clock stood still. */
const whileRunning = (
  charges: readonly Charge<CourtRecord>[],
  ledger: readonly LedgerEntry[],
  end: string,
): readonly Charge<CourtRecord>[] => {
  const start = ledger[0]?.at ?? '';
  return stillsOf(ledger, end).reduce(
    (left, still) =>
      left.flatMap((charge) => [
        ...clip(charge, charge.from, still.from),
        ...clip(charge, still.to, charge.to),
      ]),
    charges.flatMap((charge) => clip(charge, start, end)),
  );
};

const clip = (charge: Charge<CourtRecord>, from: string, to: string): readonly Charge<CourtRecord>[] => {
  const first = charge.from > from ? charge.from : from;
  const last = charge.to < to ? charge.to : to;
  return first < last ? [{ ...charge, from: first, to: last }] : [];
};

const stillsOf = (ledger: readonly LedgerEntry[], end: string) => {
  const stops = new Stops();
  for (const entry of ledger) stops.note(entry);
  return [...stops.ended, ...[...stops.open.values()].map((from) => ({ from, to: end }))];
};

/**
 * What those who held it took beyond their own limit. Where nobody set them one (an outside body, the applicant, a
 * system) all of it is beyond what the plan of the case allowed for.
 */
const overrunsIn = (
  { from, to, waitedFor }: Charge<CourtRecord>,
  limits: readonly OwnLimit[],
  minutes: (from: string, to: string) => number,
): readonly Overrun[] =>
  waitedFor.flatMap((tile) => {
    if (tile.kind === 'suspended') return [];
    const own = limits.filter((limit) => limit.node === tile.node && limit.from < to && limit.to > from);
    if (own.length === 0 && (tile.kind === 'office' || tile.kind === 'person')) return [];
    const due = own.reduce<string | undefined>(
      (last, { dueAt = to }) => (last === undefined || dueAt > last ? dueAt : last),
      undefined,
    );
    const beyond = due === undefined || due < from ? from : due;
    return beyond < to ? [{ party: tile.party, minutes: minutes(beyond, to) / waitedFor.length }] : [];
  });

/** An office answers for its people; the others answer for themselves. */
const partyOf = ({ office, holder }: CourtRecord): Text2 => office ?? holder;

const stepOf = (plan: ProcessPlan, { node }: CourtRecord): Text2 =>
  plan.nodes[node]?.name ?? { zh: node, en: node };
