import type { InstitutionRow, Page, RegisterInstitutionRequest } from '@lianban/contracts';
import type { Actor, RegistrarOffice } from '@lianban/domain';
import type { Tx } from '../transaction/index.js';

export interface NewInstitution extends RegisterInstitutionRequest {
  readonly id: string;
  readonly registeredAt: string;
}

/** Whom a list of institutions is for: `undefined` sees all districts of the city. */
export interface InstitutionFilter {
  readonly districts: readonly string[] | undefined;
  readonly text?: string | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

export interface RegistrationContext {
  readonly now: Date;
  readonly offices: readonly RegistrarOffice[];
}

export abstract class Institutions {
  /** Business time and the offices of the actor, read together. */
  abstract context(tx: Tx, actor: Actor): Promise<RegistrationContext>;
  /** Which of these credit codes are registered already. */
  abstract known(tx: Tx, tenant: string, usccs: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * The row, its portal account, the event `institution.registered` in the outbox (absent where the event came from
   * outside) and the audit row, by one statement. False where the credit code is registered already.
   */
  abstract register(
    tx: Tx,
    actor: Actor,
    institution: NewInstitution,
    passwordHash: string,
    event: object | undefined,
  ): Promise<boolean>;
  /** Codes of districts by code and by Chinese name. */
  abstract districtNames(tx: Tx): Promise<ReadonlyMap<string, string>>;
  abstract find(tx: Tx, tenant: string, id: string): Promise<InstitutionRow | undefined>;
  abstract list(tx: Tx, tenant: string, filter: InstitutionFilter): Promise<Page<InstitutionRow>>;
}
