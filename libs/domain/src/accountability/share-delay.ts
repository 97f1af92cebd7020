/** What one party on the charged track took beyond its own limit. */
export interface Overrun {
  readonly party: string;
  /** Working minutes past the due instant of its own clock. */
  readonly minutes: number;
}

export interface DelayShare {
  readonly party: string;
  /** Working minutes. */
  readonly minutes: number;
}

export interface SharedDelay {
  readonly shares: readonly DelayShare[];
  /** Working minutes nobody overran: the limits of the steps add up to more than that of the case. */
  readonly unexplained: number;
}

/**
 * Shares the delay of a case (working minutes past the due instant of its clock) among those it waited for, in
 * proportion to what each took beyond its own limit. So a unit that got its work late and did it in time is charged
 * with nothing, and slack in the plan is taken off all overruns alike, neither the first nor the last has it.
 */
export const shareDelay = (delay: number, overruns: readonly Overrun[]): SharedDelay => {
  const byParty = new Map<string, number>();
  for (const { party, minutes } of overruns) {
    if (minutes > 0) byParty.set(party, (byParty.get(party) ?? 0) + minutes);
  }
  const total = [...byParty.values()].reduce((sum, minutes) => sum + minutes, 0);
  const charged = Math.min(delay, total);
  const shares = [...byParty]
    .map(([party, minutes]) => ({ party, minutes: (minutes / total) * charged }))
    .toSorted((a, b) => b.minutes - a.minutes);
  return { shares, unexplained: delay - charged };
};
