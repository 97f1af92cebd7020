import type { SigningRule } from '@lianban/process-runtime';

/** One signer's task, as far as a count needs it. */
export interface SignerTask {
  readonly status: 'open' | 'completed' | 'cancelled';
  readonly outcome?: string;
}

/** Where a countersigning stands. */
export interface SigningTally {
  readonly agreed: number;
  readonly against: number;
  readonly open: number;
  /** All who sign, those included whose turn has not come. */
  readonly total: number;
  /** Consents that carry it. */
  readonly needed: number;
  /** Absent while it is undecided. */
  readonly result?: 'passed' | 'rejected';
}

/** Counts the round; `waiting` are signers in sequence who have no task yet. Nobody removed counts. */
export const tallyOf = (rule: SigningRule, tasks: readonly SignerTask[], waiting = 0): SigningTally => {
  const signed = tasks.filter(({ status }) => status === 'completed');
  const agreed = signed.filter(({ outcome }) => outcome === rule.consent).length;
  const open = tasks.filter(({ status }) => status === 'open').length;
  const against = signed.length - agreed;
  const total = signed.length + open + waiting;
  const needed = neededOf(rule, total);
  const result = agreed >= needed ? 'passed' : agreed + open + waiting < needed ? 'rejected' : undefined;
  return { agreed, against, open, total, needed, ...(result === undefined ? {} : { result }) };
};

const neededOf = ({ mode, ratio = [1, 1] }: SigningRule, total: number): number => {
  if (mode === 'any') return Math.min(1, total);
  if (mode !== 'ratio') return total;
  const [part, whole] = ratio;
  return Math.ceil((total * part) / whole);
};
