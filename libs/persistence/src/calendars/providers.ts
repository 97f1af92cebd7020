import { GovernedData } from '@lianban/application';
import { PrismaGovernedData } from './prisma-governed.data.js';

export const calendarAdapters = [{ provide: GovernedData, useClass: PrismaGovernedData }];
