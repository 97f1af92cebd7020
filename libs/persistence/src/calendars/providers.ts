import { GovernedData } from '@lianban/application';
import { PgGovernedData } from './pg-governed.data.js';

export const calendarAdapters = [{ provide: GovernedData, useClass: PgGovernedData }];
