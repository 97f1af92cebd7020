import { Injectable } from '@nestjs/common';
import { eventType, registerInstitutionRequest, type CloudEvent } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { Tx } from '../transaction/index.js';
import { Institutions } from './institutions.port.js';
import { PortalAccountPolicy } from './portal-account.policy.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * An institution that a registrar's own system announces gets its row and its portal account here, in the transaction
 * that accepts the event. The registrar's word counts: no rule of our own form is asked again.
 */
@Injectable()
export class InstitutionProjection {
  constructor(
    private readonly institutions: Institutions,
    private readonly accounts: PortalAccountPolicy,
  ) {}

  async apply(tx: Tx, actor: Actor, event: CloudEvent): Promise<void> {
    if (event.type !== eventType('institution.registered')) return;
    const { institutionId, jurisdiction, registeredAt, ...facts } = event.data;
    const parsed = registerInstitutionRequest.safeParse({ ...facts, district: jurisdiction });
    const known =
      typeof institutionId === 'string' && uuid.test(institutionId) && typeof registeredAt === 'string';
    if (!parsed.success || !known) return;
    await this.institutions.register(
      tx,
      actor,
      { ...parsed.data, id: institutionId, registeredAt },
      await this.accounts.initialPasswordHash(),
      undefined,
    );
  }
}
