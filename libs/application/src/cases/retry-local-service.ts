import type { Actor } from '@lianban/domain';
import { type AppError, type Result, err } from '@lianban/kernel';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../transaction/index.js';
import { CaseStore } from './case-store.port.js';
import { CaseRunner } from './case-runner.js';
import { CaseTransition } from './case-transition.js';
import type { LocalServices } from './local-service.port.js';
import { DefinitionCatalog } from '../definitions/index.js';
import type { Transition } from './transition-requests.js';

/** As the runtime says it. */
const SUSPENDED: AppError = {
  kind: 'conflict',
  code: 'CASES.SUSPENDED',
  message: 'The case is suspended.',
};

/** Asks a local service again that had answered "not yet". */
@Injectable()
export class RetryLocalService {
  constructor(
    private readonly cases: CaseStore,
    private readonly definitions: DefinitionCatalog,
    private readonly transition: CaseTransition,
    private readonly runner: CaseRunner,
  ) {}

  async retry(
    tx: Tx,
    row: { readonly id: string; readonly caseId: string; readonly ref: string },
    actor: Actor,
    services: LocalServices,
  ): Promise<Result<Transition, AppError> | undefined> {
    const stimulusId = `due:${row.id}`;
    const held = await this.cases.lock(tx, row.caseId, stimulusId);
    const token = held?.state.tokens.find(({ id }) => id === row.ref);
    if (!held || held.applied || !token) return undefined;
    if (held.state.suspended) return err(SUSPENDED);
    const { plan } = await this.definitions.byId(held.definitionId);
    const node = plan.nodes[token.node];
    if ((node?.type !== 'serviceTask' && node?.type !== 'sendTask') || node.implementation.kind !== 'local')
      return undefined;
    const service = services.find(node.implementation.service);
    if (!service) return undefined;
    const input = Object.fromEntries(
      node.inputs.map(({ target, expression }) => [target, this.runner.value(expression, held)]),
    );
    const { caseNo, tenant, district, title, data, now } = held;
    const result = await service.perform(tx, {
      caseId: row.caseId,
      caseNo,
      tenant,
      district,
      title,
      node: node.id,
      input,
      data,
      now,
      actor,
    });
    return this.transition.advance(tx, {
      caseId: row.caseId,
      stimulusId,
      stimulus: { kind: 'service-result', token: row.ref, result },
      actor,
    });
  }
}
