import { Command } from '@nestjs/cqrs';
import type { InstitutionRow, RegisterInstitutionRequest } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';

/** An officer of a registration authority records an institution; `institution.registered` leaves with the row. */
export class RegisterInstitutionCommand extends Command<InstitutionRow> {
  constructor(
    readonly actor: Actor,
    readonly request: RegisterInstitutionRequest,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}
