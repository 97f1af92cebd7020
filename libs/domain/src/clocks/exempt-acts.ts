import type { RungAct } from '@lianban/contracts';

/** 责任追究台账, 通报批评 and proposals such as 责任追究建议 hold the unit to account; all other acts press for the work. */
const HOLDS_TO_ACCOUNT: ReadonlySet<RungAct['kind']> = new Set([
  'ledger-entry',
  'criticism-candidate',
  'proposal',
]);

/**
 * What a level still does for a unit that is exempt (免责). The exemption forgives the lateness; it stops no clock and
 * finishes no work: reminders, marks, letters, orders (督办单) and agenda items go on.
 */
export const actsUnderExemption = (acts: readonly RungAct[]): readonly RungAct[] =>
  acts.filter(({ kind }) => !HOLDS_TO_ACCOUNT.has(kind));
