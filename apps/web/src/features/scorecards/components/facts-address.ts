import type { ScorecardGroup } from '@lianban/contracts';

interface Counted {
  readonly by: ScorecardGroup;
  readonly key: string;
  readonly month: string;
  readonly which: string;
  /** The office of a reader who sees only that one. */
  readonly office: string | undefined;
}

/** Where the tasks behind a number are listed; undefined where they cannot be told apart. */
export const factsAddress = ({ by, key, month, which, office }: Counted): string | undefined => {
  const search = new URLSearchParams({ month, which });
  if (by === 'office') search.set('office', key);
  else if (by === 'district') search.set('district', key);
  else return undefined;
  if (office !== undefined) search.set('office', office);
  return `/scorecards/facts?${search}`;
};
