import { MigrationStore } from '@lianban/application';
import { PgMigrationStore } from './pg-migration.store.js';

export const migrationAdapters = [{ provide: MigrationStore, useClass: PgMigrationStore }];
