import { Institutions, Portal, StoredFiles } from '@lianban/application';
import { PgInstitutions } from './pg-institutions.js';
import { PgPortal } from './pg-portal.js';
import { PgStoredFiles } from './pg-stored.files.js';

export const registryAdapters = [
  { provide: Institutions, useClass: PgInstitutions },
  { provide: Portal, useClass: PgPortal },
  { provide: StoredFiles, useClass: PgStoredFiles },
];
