import { InboundEvents, IntakeCatalogue } from '@lianban/application';
import { PgInboundEvents } from './pg-inbound.events.js';
import { PrismaIntakeCatalogue } from './prisma-intake.catalogue.js';

export const intakeAdapters = [
  { provide: InboundEvents, useClass: PgInboundEvents },
  { provide: IntakeCatalogue, useClass: PrismaIntakeCatalogue },
];
