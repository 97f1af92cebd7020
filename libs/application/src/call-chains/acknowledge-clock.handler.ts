import { denied, missing } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AfterCommit, UnitOfWork } from '../transaction/index.js';
import { CallChainStore } from './call-chain-store.port.js';
import { AcknowledgeClockCommand } from './call-chains.commands.js';

@CommandHandler(AcknowledgeClockCommand)
export class AcknowledgeClockHandler implements ICommandHandler<AcknowledgeClockCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly chains: CallChainStore,
    private readonly afterCommit: AfterCommit,
  ) {}

  execute({ actor, caseId, clockId }: AcknowledgeClockCommand): Promise<void> {
    return this.unitOfWork.withActor(actor, async (tx) => {
      const clock = await this.chains.told(tx, actor.tenant, clockId, actor.id);
      if (clock?.caseId !== caseId)
        throw missing('CLOCKS.UNKNOWN', 'There is no such clock.', { details: { clockId } });
      // Whoever was not told cannot take it off the shoulders of those who were.
      if (!clock.wasTold) throw denied('CLOCKS.NOT_TOLD', 'Only somebody who was told acknowledges.');
      await this.chains.acknowledge(tx, actor, clockId);
      this.afterCommit.changed(tx, { caseId: clock.caseId, officeIds: [], outbox: true });
    });
  }
}
