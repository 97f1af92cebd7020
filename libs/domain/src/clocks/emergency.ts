import type { LedgerEntry } from '@lianban/calendar';
import type { CaseClock } from './clock.js';

/** Why an emergency stops clocks; a clock of an on-site step names it among the grounds that stop it (`stoppedBy`). */
export const EMERGENCY_GROUND = 'force-majeure';

/** 台风、停航: an order of an authorised person that no on-site step of a jurisdiction can be done for the time being. */
export interface Emergency {
  readonly id: string;
  readonly from: string;
  /** Absent while nobody knows its end. */
  readonly to?: string;
  readonly document: string;
  readonly reason: string;
  /** Name of who entered it, as ledgers keep it. */
  readonly by: string;
}

/** The ground under which an emergency stops clocks: two that overlap are lifted one by one. */
export const emergencyStop = (id: string): string => `emergency:${id}`;

export const isInForce = ({ from, to }: Pick<Emergency, 'from' | 'to'>, now: string): boolean =>
  from <= now && (to === undefined || to > now);

/** Whether the ledger stands still under this ground. */
export const isHeldBy = (ledger: readonly LedgerEntry[], ground: string): boolean =>
  ledger.findLast((entry) => isStop(entry) && entry.ground === ground)?.kind === 'stopped';

/**
 * What a ledger lacks where its clock starts, or runs again, under these emergencies: a stop for each that is in force,
 * an end of each that is so no longer. One that began before the clock stops it from its start.
 */
export const underEmergencies = (
  { definition, ledger }: Pick<CaseClock, 'definition' | 'ledger'>,
  emergencies: readonly Emergency[],
  now: string,
): readonly LedgerEntry[] => {
  if (!definition.stoppedBy.includes(EMERGENCY_GROUND)) return [];
  const inForce = emergencies.filter((emergency) => isInForce(emergency, now));
  const grounds = new Set(inForce.map(({ id }) => emergencyStop(id)));
  const last = ledger.at(-1)?.at ?? now;
  const held = new Set(
    ledger.flatMap((entry) => (isStop(entry) && entry.ground.startsWith(PREFIX) ? [entry.ground] : [])),
  );
  return [
    ...inForce
      .filter(({ id }) => !isHeldBy(ledger, emergencyStop(id)))
      .map(({ id, from, document, reason, by }) => ({
        kind: 'stopped' as const,
        at: from > last ? from : last,
        ground: emergencyStop(id),
        document,
        reason,
        by,
      })),
    ...[...held]
      .filter((ground) => !grounds.has(ground) && isHeldBy(ledger, ground))
      .map((ground) => ({ kind: 'resumed' as const, at: now, ground })),
  ];
};

const PREFIX = emergencyStop('');

const isStop = (
  entry: LedgerEntry,
): entry is Extract<LedgerEntry, { readonly kind: 'stopped' | 'resumed' }> =>
  entry.kind === 'stopped' || entry.kind === 'resumed';
