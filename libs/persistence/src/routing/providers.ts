import { OfficeDirectory } from '@lianban/application';
import { PgOfficeDirectory } from './pg-office.directory.js';

export const routingAdapters = [{ provide: OfficeDirectory, useClass: PgOfficeDirectory }];
