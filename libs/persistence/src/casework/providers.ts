import { CaseReader } from '@lianban/application';
import { PgCaseReader } from './pg-case.reader.js';

export const caseworkAdapters = [{ provide: CaseReader, useClass: PgCaseReader }];
