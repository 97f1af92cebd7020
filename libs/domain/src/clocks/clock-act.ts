import { type LedgerEntry, type WorkingCalendar, readLedger, shiftWorkingDays } from '@lianban/calendar';
import { type AppError, type Result, err, ok } from '@lianban/kernel';
import type { CaseClock } from './clock.js';
import { type Emergency, emergencyStop, isHeldBy } from './emergency.js';

/** What somebody does to one clock: 延期, 中止, 恢复. */
export type ClockAct = { readonly reason: string; readonly document?: string | undefined } & (
  | { readonly kind: 'extend-clock'; readonly amount: number }
  | {
      readonly kind: 'stop-clock' | 'resume-clock';
      readonly ground: string;
      /** Of a stop: the end that its notice names. */
      readonly until?: string | undefined;
      /** Comes of an emergency, which began or ended at this instant; not of a decision on this one clock. */
      readonly emergency?: Pick<Emergency, 'id' | 'by'> & { readonly at: string };
    }
);

export interface ClockActSurroundings {
  readonly calendar: WorkingCalendar;
  readonly now: string;
  /** Name of who acts, as the ledger keeps it. */
  readonly by: string;
}

/** The entry an act puts into the ledger, or why it is refused. */
export const entryOfAct = (
  clock: CaseClock,
  act: ClockAct,
  around: ClockActSurroundings,
): Result<LedgerEntry, AppError> =>
  act.kind === 'extend-clock' ? extended(clock, act, around) : stoppedOrResumed(clock, act, around);

/** Once, before expiry, no longer than the basis allows; the due instant of before stays in the ledger. */
const extended = (
  { definition, ledger }: CaseClock,
  { amount, reason, document }: Extract<ClockAct, { readonly kind: 'extend-clock' }>,
  { calendar, now, by: approver }: ClockActSurroundings,
): Result<LedgerEntry, AppError> => {
  const rule = definition.extension;
  if (!rule) return refused('CLOCKS.NO_EXTENSION', 'The basis of this clock allows no extension.');
  if (ledger.some(({ kind }) => kind === 'extended'))
    return refused('CLOCKS.EXTENDED_ALREADY', 'The clock has been extended once.');
  if (!Number.isInteger(amount) || amount < 1 || amount > rule.by.amount)
    return refused('CLOCKS.EXTENSION_TOO_LONG', 'The basis allows a shorter extension.', {
      most: rule.by.amount,
      unit: rule.by.unit,
    });
  const reading = readLedger(ledger, definition, calendar);
  if (reading?.state !== 'running' || reading.dueAt === undefined)
    return refused('CLOCKS.NOT_RUNNING', 'Only a running clock can be extended.');
  const { dueAt: from } = reading;
  const latest = rule.noticeDays === undefined ? from : shiftWorkingDays(calendar, from, -rule.noticeDays);
  if (now >= latest)
    return refused('CLOCKS.EXTENSION_TOO_LATE', 'An extension is granted before expiry.', { latest });
  const entry = {
    kind: 'extended' as const,
    at: now,
    by: { amount, unit: rule.by.unit },
    basis: rule.basis,
    reason,
    ...(document === undefined ? {} : { document }),
    approver,
    from,
  };
  const dueAt = readLedger([...ledger, { ...entry, dueAt: from }], definition, calendar)?.dueAt ?? from;
  return ok({ ...entry, dueAt });
};

/**
 * Grounds whose length is fixed when they begin: the time needed is told in writing (行政许可法第四十五条), a period for
 * correction is ordered (行政处罚法第二十八条).
 */
export const GROUNDS_WITH_END: ReadonlySet<string> = new Set(['special-procedure', 'rectification']);

/** A ground holds a clock once; stops on other grounds may overlap it. */
const stoppedOrResumed = (
  { definition, ledger }: CaseClock,
  { kind, ground, reason, document, until, emergency }: Extract<ClockAct, { readonly ground: string }>,
  { calendar, now, by }: ClockActSurroundings,
): Result<LedgerEntry, AppError> => {
  const stop = emergency ? emergencyStop(emergency.id) : ground;
  if (!definition.stoppedBy.includes(ground))
    return refused('CLOCKS.GROUND_STOPS_NOTHING', 'This ground does not stop this clock.', { ground });
  const reading = readLedger(ledger, definition, calendar);
  if (reading?.state !== 'running' && reading?.state !== 'stopped')
    return refused('CLOCKS.NOT_RUNNING', 'The clock has ended.');
  const isHeld = isHeldBy(ledger, stop);
  if (isHeld === (kind === 'stop-clock'))
    return isHeld
      ? refused('CLOCKS.STOPPED_ALREADY', 'The clock is stopped on this ground already.')
      : refused('CLOCKS.NOT_STOPPED', 'The clock is not stopped on this ground.');
  if (kind === 'stop-clock' && !emergency) {
    if (until === undefined && GROUNDS_WITH_END.has(ground))
      return refused('CLOCKS.STOP_NEEDS_END', 'The notice of this stop names the time it takes.', { ground });
    if (until !== undefined && until <= now)
      return refused('CLOCKS.STOP_ENDS_BEFORE', 'The stop would end before it begins.', { until });
  }
  return ok({
    kind: kind === 'stop-clock' ? 'stopped' : 'resumed',
    at: emergency ? notBefore(emergency.at, ledger) : now,
    ground: stop,
    reason,
    ...(document === undefined ? {} : { document }),
    ...(until === undefined || kind === 'resume-clock' ? {} : { until }),
    by: emergency?.by ?? by,
  });
};

/** Entries stand in the order of their instants, however long after its beginning an emergency comes to this clock. */
const notBefore = (at: string, ledger: readonly LedgerEntry[]): string => {
  const last = ledger.at(-1)?.at ?? at;
  return last > at ? last : at;
};

const refused = (
  code: string,
  message: string,
  details?: Readonly<Record<string, unknown>>,
): Result<LedgerEntry, AppError> => err({ kind: 'conflict', code, message, ...(details ? { details } : {}) });
