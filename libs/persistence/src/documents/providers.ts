import { DocumentStore, DocumentTemplates } from '@lianban/application';
import { PgDocumentTemplates } from './pg-document.templates.js';
import { PgDocumentStore } from './pg-document.store.js';

export const documentAdapters = [
  { provide: DocumentStore, useClass: PgDocumentStore },
  { provide: DocumentTemplates, useClass: PgDocumentTemplates },
];
