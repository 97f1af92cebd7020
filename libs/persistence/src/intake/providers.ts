import { InboundEvents, IntakeCatalogue } from '@lianban/application';
import { PgInboundEvents } from './pg-inbound.events.js';
import { PgIntakeCatalogue } from './pg-intake.catalogue.js';

export const intakeAdapters = [
  { provide: InboundEvents, useClass: PgInboundEvents },
  { provide: IntakeCatalogue, useClass: PgIntakeCatalogue },
];
