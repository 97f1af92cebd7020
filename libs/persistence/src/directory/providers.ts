import { SessionStore } from '@lianban/application';
import { PgSessionStore } from './pg-session.store.js';

export const directoryAdapters = [{ provide: SessionStore, useClass: PgSessionStore }];
