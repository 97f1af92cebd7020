import { CountInboxHandler } from './count-inbox.handler.js';
import { ListInboxHandler } from './list-inbox.handler.js';

export const inboxProviders = [ListInboxHandler, CountInboxHandler];
