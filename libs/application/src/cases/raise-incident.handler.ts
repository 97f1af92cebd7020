import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as newId } from 'uuid';
import { AfterCommit, UnitOfWork } from '../transaction/index.js';
import { EffectStore } from './effect-store.port.js';
import { RaiseIncidentCommand } from './raise-incident.command.js';

@CommandHandler(RaiseIncidentCommand)
export class RaiseIncidentHandler implements ICommandHandler<RaiseIncidentCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly effects: EffectStore,
    private readonly afterCommit: AfterCommit,
  ) {}

  execute({ actor, effectId, message: reason, attempts }: RaiseIncidentCommand): Promise<void> {
    return this.unitOfWork.withActor(actor, async (tx) => {
      const effect = await this.effects.lock(tx, effectId);
      if (!effect) return;
      // What the other system said helps more than "timed out", which is all that the conductor may know.
      const message = effect.lastError ?? reason;
      const raised = await this.effects.settle(tx, effectId, ['open'], 'incident', {
        lastError: message,
        ...(attempts === undefined ? {} : { attempts }),
      });
      if (raised) {
        await this.effects.openIncident(tx, { id: newId(), effect, code: 'EFFECTS.GAVE_UP', message });
        this.afterCommit.changed(tx, { caseId: effect.caseId, officeIds: [], outbox: false });
      }
    });
  }
}
