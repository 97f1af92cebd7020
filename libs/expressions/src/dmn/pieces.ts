/**
 * Work that may be put down between any two of its pieces and taken up again later: whoever drives it decides when
 * others get their turn. A piece reads one expression, or a row of a table, and never more.
 */
export type Pieces<T> = Generator<undefined, T>;

/** Does all of it without a pause. */
export const atOnce = <T>(work: Pieces<T>): T => {
  let piece = work.next();
  while (piece.done !== true) piece = work.next();
  return piece.value;
};

/** Does to each what takes pieces, one after the other. */
export function* eachOf<A, B>(
  items: Iterable<A>,
  make: (item: A, index: number) => Pieces<B>,
): Pieces<readonly B[]> {
  const made: B[] = [];
  for (const item of items) made.push(yield* make(item, made.length));
  return made;
}
