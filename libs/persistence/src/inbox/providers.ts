import { InboxReader } from '@lianban/application';
import { PgInboxReader } from './pg-inbox.reader.js';

export const inboxAdapters = [{ provide: InboxReader, useClass: PgInboxReader }];
