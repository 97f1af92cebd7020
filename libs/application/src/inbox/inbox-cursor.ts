import { invalid } from '@lianban/kernel';
import type { InboxCursor } from './inbox.reader.port.js';

/** Cursors are opaque to clients, so that the order of a list may change without breaking them. */
export const encodeCursor = (cursor: InboxCursor): string =>
  Buffer.from(`${cursor.at}|${cursor.id}`, 'utf8').toString('base64url');

const shape = /^(infinity|\d{4}-\d{2}-\d{2}T[0-9:.]+Z)\|([0-9a-f-]{36})$/;

export const decodeCursor = (text: string): InboxCursor => {
  const match = shape.exec(Buffer.from(text, 'base64url').toString('utf8'));
  if (!match?.[1] || !match[2]) {
    throw invalid('API.CURSOR_INVALID', 'The page cursor was not made by this service.', {
      places: [{ path: 'after', message: 'Leave it out to begin at the first page.' }],
    });
  }
  return { at: match[1], id: match[2] };
};
