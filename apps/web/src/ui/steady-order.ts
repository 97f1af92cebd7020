/** Rows in the order somebody is looking at; what is new comes last, so that nothing moves under the cursor. */
export function steadyOrder<T>(rows: readonly T[], keyOf: (row: T) => string, seen: readonly string[]): T[] {
  const place = new Map(seen.map((key, index) => [key, index]));
  return rows.toSorted(
    (one, other) => (place.get(keyOf(one)) ?? seen.length) - (place.get(keyOf(other)) ?? seen.length),
  );
}
