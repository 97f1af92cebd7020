import { BusinessTime } from '@lianban/application';
import { PgBusinessTime } from './pg-business.time.js';

export const businessTimeAdapters = [{ provide: BusinessTime, useClass: PgBusinessTime }];
