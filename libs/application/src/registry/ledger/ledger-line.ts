/** One row of a ledger as text, with its line in the file, so that a verdict can point at it. */
export interface LedgerLine {
  readonly line: number;
  readonly cells: readonly string[];
}
