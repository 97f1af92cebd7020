import { EarlierSteps } from '@lianban/application';
import { PgEarlierSteps } from './pg-earlier.steps.js';

export const actAdapters = [{ provide: EarlierSteps, useClass: PgEarlierSteps }];
