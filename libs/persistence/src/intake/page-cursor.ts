import { invalid } from '@lianban/kernel';

/** A place in a list ordered by an instant and an id, opaque on the wire. */
export interface PageCursor {
  readonly at: string;
  readonly id: string;
}

export const cursorText = (at: string, id: string): string =>
  Buffer.from(JSON.stringify([at, id])).toString('base64url');

export function readCursor(text: string | undefined): PageCursor | undefined {
  if (text === undefined) return undefined;
  try {
    const [at, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as readonly unknown[];
    if (typeof at === 'string' && typeof id === 'string' && /^\d{4}-\d\d-\d\d[ T][\d:.]+[+-][\d:]+$/.test(at))
      return { at, id };
  } catch {
    // Falls through to the same answer: a cursor of somebody's own making.
  }
  throw invalid('API.INVALID_REQUEST', 'The cursor is not one of ours.', {
    places: [{ path: 'query:after', message: 'not a cursor' }],
  });
}

/** `rows` holds one more than asked for where a next page exists. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  cursor: (row: Row) => string,
): { readonly items: readonly Item[]; readonly next?: string } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    ...(rows.length > limit && last !== undefined ? { next: cursor(last) } : {}),
  };
}
