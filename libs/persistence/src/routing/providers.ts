import { OfficeDirectory } from '@lianban/application';
import { PrismaOfficeDirectory } from './prisma-office.directory.js';

export const routingAdapters = [{ provide: OfficeDirectory, useClass: PrismaOfficeDirectory }];
