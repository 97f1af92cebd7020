import type { LedgerEntry } from '@lianban/calendar';
import type { Ladder } from './ladder.js';

/**
 * The published versions of all ladders. A clock climbs the version that was in force when it started, to its end:
 * what people were warned of is what happens, and the file can say why. The ledger names the version.
 */
export class LadderBook {
  private readonly versions = new Map<string, readonly Ladder[]>();

  constructor(published: readonly Ladder[]) {
    for (const ladder of published.toSorted((a, b) => b.version - a.version)) {
      this.versions.set(ladder.code, [...(this.versions.get(ladder.code) ?? []), ladder]);
    }
  }

  /** Each ladder in its newest version, whenever it takes effect. */
  newest(): readonly Ladder[] {
    return [...this.versions.values()].flatMap(([first]) => first ?? []);
  }

  /** The newest version whose effective date has come. */
  inForce(code: string, at: string): Ladder | undefined {
    return this.versions
      .get(code)
      ?.find(({ effectiveFrom }) => effectiveFrom === undefined || effectiveFrom <= at);
  }

  /** The version a clock climbs. A ledger from before versions were named climbs what is in force. */
  climbedBy(ledger: readonly LedgerEntry[], code: string, at: string): Ladder | undefined {
    const named = ledger.findLast((entry) => 'ladder' in entry && entry.ladder !== undefined);
    return this.named(named && 'ladder' in named ? named.ladder : undefined, code, at);
  }

  /** As {@link climbedBy}, by the name its ledger gives. */
  named(name: string | undefined, code: string, at: string): Ladder | undefined {
    return this.versions.get(code)?.find((ladder) => nameOfLadder(ladder) === name) ?? this.inForce(code, at);
  }
}

/** How a ledger names a version: `L-STD@2`. */
export const nameOfLadder = ({ code, version }: Pick<Ladder, 'code' | 'version'>): string =>
  `${code}@${version}`;
