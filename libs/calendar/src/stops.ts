import type { LedgerEntry } from './ledger-entry.js';
import type { Stop } from './stop.js';

/** When a clock stands still, entry by entry of its ledger. A ground that is named again while it stops changes nothing. */
export class Stops {
  /** Those that have ended, in the order of their ends. */
  readonly ended: Stop[] = [];
  /** Since when each ground goes on, in that order. */
  readonly open = new Map<string, string>();

  /** The stop that this entry ends, if it ends one. */
  note(entry: LedgerEntry): Stop | undefined {
    if (entry.kind === 'stopped' && !this.open.has(entry.ground)) this.open.set(entry.ground, entry.at);
    if (entry.kind !== 'resumed') return undefined;
    const from = this.open.get(entry.ground);
    if (from === undefined) return undefined;
    this.open.delete(entry.ground);
    const stop = { from, to: entry.at, ground: entry.ground };
    this.ended.push(stop);
    return stop;
  }
}
