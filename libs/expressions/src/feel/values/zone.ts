/** Where a time of day is meant: at a fixed offset from UTC, or in a zone of the IANA data base. */
export type Zone =
  { readonly kind: 'offset'; readonly seconds: number } | { readonly kind: 'region'; readonly id: string };

export const UTC: Zone = { kind: 'offset', seconds: 0 };

/** As Java has it, on which the public suite rests; XML Schema ends at 14 hours. */
export const MAX_OFFSET_SECONDS = 18 * 3600;

/** Equal in form, not only in effect: `Z` is no `@Etc/UTC`. */
export const sameZone = (a: Zone | null, b: Zone | null): boolean => {
  if (a === null || b === null) return a === b;
  if (a.kind === 'offset') return b.kind === 'offset' && a.seconds === b.seconds;
  return b.kind === 'region' && a.id === b.id;
};
