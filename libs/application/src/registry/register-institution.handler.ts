import { randomUUID } from 'node:crypto';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { InstitutionRow, RegisterInstitutionRequest } from '@lianban/contracts';
import { registrationProblems, type Actor, type RegistrationProblem } from '@lianban/domain';
import { AppException, conflict, denied } from '@lianban/kernel';
import { IdempotencyRecords } from '../idempotency/index.js';
import { oncePerKey } from '../idempotency/once-per-key.js';
import { AfterCommit, UnitOfWork, type Tx } from '../transaction/index.js';
import { Institutions } from './institutions.port.js';
import { PortalAccountPolicy } from './portal-account.policy.js';
import { RegisterInstitutionCommand } from './register-institution.command.js';
import { chinaTime, institutionRegistered } from './registered-event.js';

export const requireRegistrar = (actor: Actor): void => {
  if (!actor.roles.includes('registrar')) throw denied('AUTH.NOT_ALLOWED', 'Only a registrar may do this.');
};

@CommandHandler(RegisterInstitutionCommand)
export class RegisterInstitutionHandler implements ICommandHandler<RegisterInstitutionCommand> {
  constructor(
    private readonly institutions: Institutions,
    private readonly accounts: PortalAccountPolicy,
    private readonly idempotency: IdempotencyRecords,
    private readonly unitOfWork: UnitOfWork,
    private readonly afterCommit: AfterCommit,
  ) {}

  async execute({
    actor,
    request,
    idempotencyKey: key,
  }: RegisterInstitutionCommand): Promise<InstitutionRow> {
    requireRegistrar(actor);
    const passwordHash = await this.accounts.initialPasswordHash();
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.idempotency, tx, { actor, key, operation: 'registry.register', body: request }, () =>
        this.register(tx, actor, request, passwordHash),
      ),
    );
  }

  private async register(
    tx: Tx,
    actor: Actor,
    request: RegisterInstitutionRequest,
    passwordHash: string,
  ): Promise<InstitutionRow> {
    const { now, offices } = await this.institutions.context(tx, actor);
    const problems = registrationProblems(request, offices, now);
    if (problems.length > 0) throw refusal(problems);
    const registeredAt = request.registeredAt ?? chinaTime(now);
    const institution = { ...request, id: randomUUID(), registeredAt };
    const event = institutionRegistered(institution, actor, now);
    if (!(await this.institutions.register(tx, actor, institution, passwordHash, event))) {
      throw conflict(
        'REGISTRY.ALREADY_REGISTERED',
        'An institution with this credit code is registered already.',
        {
          places: [{ path: '/uscc', code: 'REGISTRY.ALREADY_REGISTERED', message: 'registered already' }],
        },
      );
    }
    this.afterCommit.changed(tx, { officeIds: [], outbox: true });
    const { kind, ...row } = institution;
    return {
      id: row.id,
      uscc: row.uscc,
      name: row.nameZh,
      kind,
      registrationType: row.registrationType,
      registrationAuthority: row.registrationAuthority,
      address: row.address,
      district: row.district,
      legalRepresentative: row.legalRepresentative,
      certificateNo: row.certificateNo,
      businessScope: row.businessScope,
      registeredAt: new Date(registeredAt).toISOString(),
    };
  }
}

const officeRules = new Set(['REGISTRY.NOT_YOUR_AUTHORITY', 'REGISTRY.NOT_YOUR_DISTRICT']);

/** A rule about the officer is a refusal of its own; the others are faults of the fields. */
function refusal(problems: readonly RegistrationProblem[]): AppException {
  const places = problems.map(({ field, code, message }) => ({
    path: `/${field}`,
    code,
    message: message.en,
  }));
  const office = problems.find(({ code }) => officeRules.has(code));
  return office === undefined
    ? new AppException({
        kind: 'invalid',
        code: 'REGISTRY.INVALID',
        message: 'Some fields are not as required.',
        places,
      })
    : new AppException({ kind: 'denied', code: office.code, message: office.message.en, places });
}
