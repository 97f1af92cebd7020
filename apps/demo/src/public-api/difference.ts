import { isDeepStrictEqual } from 'node:util';

/** Something is not as the domain brief says: one clear sentence. */
export class Difference extends Error {
  override readonly name = 'Difference';
}

export function same(what: string, found: unknown, expected: unknown): void {
  if (isDeepStrictEqual(found, expected)) return;
  throw new Difference(`${what}: expected ${shown(expected)}, found ${shown(found)}`);
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
