export type { InboxBox, InboxCursor, InboxFilter } from './inbox.reader.port.js';
export { InboxReader } from './inbox.reader.port.js';
export { ListInboxQuery } from './list-inbox.query.js';
export { CountInboxQuery } from './count-inbox.query.js';
export { decodeCursor, encodeCursor } from './inbox-cursor.js';
export { inboxProviders } from './providers.js';
