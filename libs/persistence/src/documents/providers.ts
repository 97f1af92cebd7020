import { DocumentStore } from '@lianban/application';
import { PgDocumentStore } from './pg-document.store.js';

export const documentAdapters = [{ provide: DocumentStore, useClass: PgDocumentStore }];
