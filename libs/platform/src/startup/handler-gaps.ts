/** One sort of named work, such as the queues or the activities, and who of this process answers for each name. */
export interface HandlerClaim {
  readonly sort: string;
  readonly named: readonly string[];
  /** A name appears here once for each handler. */
  readonly handled: readonly string[];
}

/** What is wrong with the handlers of a process, a line each: work without a handler, with several, or unnamed. */
export const handlerGaps = (claims: readonly HandlerClaim[]): readonly string[] =>
  claims.flatMap(({ sort, named, handled }) => {
    const count = new Map<string, number>();
    for (const name of handled) count.set(name, (count.get(name) ?? 0) + 1);
    const known = new Set(named);
    return [
      ...named.filter((name) => !count.has(name)).map((name) => `${sort} ${name}: no handler`),
      ...[...count]
        .filter(([, times]) => times > 1)
        .map(([name, times]) => `${sort} ${name}: ${times} handlers`),
      ...[...count.keys()].filter((name) => !known.has(name)).map((name) => `${sort} ${name}: named nowhere`),
    ];
  });

/** Throws with the whole list, so that a process with a gap ends before it takes any work. */
export const proveHandlers = (claims: readonly HandlerClaim[]): void => {
  const gaps = handlerGaps(claims);
  if (gaps.length > 0) throw new Error(`This process cannot do its work:\n  ${gaps.join('\n  ')}`);
};
