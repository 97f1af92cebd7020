import { AppException, conflict, denied, missing } from '@lianban/kernel';
import type { Stimulus } from '@lianban/process-runtime';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { AfterCommit, type Tx, UnitOfWork } from '../transaction/index.js';
import { CaseTransition } from './case-transition.js';
import { EffectStore, type OpenIncident } from './effect-store.port.js';
import { ResolveIncidentCommand } from './resolve-incident.command.js';

/** Tells of something; no step waits for the decision. */
const NOTICES: ReadonlySet<string> = new Set([
  'LADDERS.NOBODY_REACHED',
  'LADDERS.NOT_LOOKED_AT',
  'LADDERS.CHAIN_UNANSWERED',
]);

@CommandHandler(ResolveIncidentCommand)
export class ResolveIncidentHandler implements ICommandHandler<ResolveIncidentCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly effects: EffectStore,
    private readonly transition: CaseTransition,
    private readonly keys: IdempotencyRecords,
    private readonly afterCommit: AfterCommit,
  ) {}

  execute(command: ResolveIncidentCommand): Promise<void> {
    const { actor, incidentId, resolution, note, data, idempotencyKey: key } = command;
    if (!actor.roles.includes('admin')) {
      throw denied('INCIDENTS.ADMIN_ONLY', 'Only an administrator may settle an incident.');
    }
    const operation = `${resolution}-incident ${incidentId}`;
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.keys, tx, { actor, key, operation, body: { note, data } }, () =>
        this.resolve(tx, command),
      ),
    );
  }

  private async resolve(tx: Tx, command: ResolveIncidentCommand): Promise<void> {
    const { actor, incidentId, resolution, note } = command;
    const incident = await this.effects.lockIncident(tx, actor.tenant, incidentId);
    if (!incident)
      throw missing('INCIDENTS.UNKNOWN', 'There is no such incident.', { details: { incidentId } });
    if (incident.resolved) throw conflict('INCIDENTS.RESOLVED', 'The incident has been settled already.');
    // First of all: what the case does next would count the incident as overtaken.
    await this.effects.resolveIncident(tx, incidentId, resolution, actor.id, note);
    const { caseId, effectId, code } = incident;
    if (NOTICES.has(code) && resolution === 'skip') return;
    const effect = effectId === undefined ? undefined : await this.effects.find(tx, effectId);
    if (effect && resolution === 'retry') {
      await this.effects.reopen(tx, effect);
      this.afterCommit.changed(tx, { caseId, officeIds: [], outbox: true });
      return;
    }
    const moved = await this.transition.advance(tx, {
      caseId,
      stimulusId: `incident:${incidentId}`,
      stimulus: stimulusOf(incident, command),
      actor,
    });
    if (!moved.ok) throw new AppException(moved.error);
    if (effect) await this.effects.settle(tx, effect.id, ['incident', 'open'], 'done', {});
  }
}

const stimulusOf = (incident: OpenIncident, command: ResolveIncidentCommand): Stimulus =>
  incident.effectId === undefined && command.resolution === 'retry'
    ? { kind: 'retry-incident', token: incident.token }
    : {
        kind: 'service-result',
        token: incident.token,
        result: { kind: 'done', data: { ...command.data, byHand: true, note: command.note } },
      };
