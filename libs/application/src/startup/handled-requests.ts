import { Command, Query } from '@nestjs/cqrs';

/** Where the decorators of @nestjs/cqrs 12 note what a class handles; the package does not export the keys. */
const NOTED_BY = ['__commandHandler__', '__queryHandler__'];

/** The commands and queries that providers of a process handle: a name for each handler, so twice where there are two. */
export const handledRequests = (providers: Iterable<unknown>): readonly string[] => {
  const names: string[] = [];
  for (const provider of new Set(providers)) {
    if (typeof provider !== 'function') continue;
    for (const key of NOTED_BY) {
      const request: unknown = Reflect.getMetadata(key, provider);
      if (typeof request === 'function') names.push(request.name);
    }
  }
  return names;
};

/** The names of all commands and queries among the exports of a library. */
export const requestsAmong = (exports: object): readonly string[] =>
  Object.values(exports).flatMap((value: unknown) =>
    typeof value === 'function' && (value.prototype instanceof Command || value.prototype instanceof Query)
      ? [value.name]
      : [],
  );
