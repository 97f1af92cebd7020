import { AppException, conflict, denied, missing } from '@lianban/kernel';
import type { Stimulus } from '@lianban/process-runtime';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnitOfWork } from '../transaction/index.js';
import { CaseTransition } from './case-transition.js';
import { EffectStore, type OpenIncident } from './effect-store.port.js';
import { ResolveIncidentCommand } from './resolve-incident.command.js';

@CommandHandler(ResolveIncidentCommand)
export class ResolveIncidentHandler implements ICommandHandler<ResolveIncidentCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly effects: EffectStore,
    private readonly transition: CaseTransition,
  ) {}

  execute(command: ResolveIncidentCommand): Promise<void> {
    const { actor, incidentId, resolution, note } = command;
    if (!actor.roles.includes('admin')) {
      throw denied('INCIDENTS.ADMIN_ONLY', 'Only an administrator may settle an incident.');
    }
    return this.unitOfWork.withActor(actor, async (tx) => {
      const incident = await this.effects.findIncident(tx, actor.tenant, incidentId);
      if (!incident)
        throw missing('INCIDENTS.UNKNOWN', 'There is no such incident.', { details: { incidentId } });
      if (incident.resolved) throw conflict('INCIDENTS.RESOLVED', 'The incident has been settled already.');
      const effect =
        incident.effectId === undefined ? undefined : await this.effects.find(tx, incident.effectId);
      if (effect && resolution === 'retry') await this.effects.reopen(tx, effect);
      else {
        const moved = await this.transition.advance(tx, {
          caseId: incident.caseId,
          stimulusId: `incident:${incident.id}`,
          stimulus: stimulusOf(incident, command),
          actor,
        });
        if (!moved.ok) throw new AppException(moved.error);
        if (effect) await this.effects.settle(tx, effect.id, ['incident', 'open'], 'done', {});
      }
      await this.effects.resolveIncident(tx, incidentId, resolution, actor.id, note);
    });
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
