import { denied, invalid, missing } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { overseesAll } from '../casework/index.js';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { KnownDirectory } from '../routing/index.js';
import { AfterCommit, type Tx, UnitOfWork } from '../transaction/index.js';
import { DisputeStore } from './dispute-store.port.js';
import { DesignateOfficeCommand, type DisputeAnswer } from './disputes.commands.js';

@CommandHandler(DesignateOfficeCommand)
export class DesignateOfficeHandler implements ICommandHandler<DesignateOfficeCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly disputes: DisputeStore,
    private readonly directory: KnownDirectory,
    private readonly keys: IdempotencyRecords,
    private readonly afterCommit: AfterCommit,
  ) {}

  execute(command: DesignateOfficeCommand): Promise<DisputeAnswer> {
    const { actor, disputeId, request, idempotencyKey: key } = command;
    if (!overseesAll(actor)) {
      throw denied('DISPUTES.NOT_THE_SUPERIOR', 'Only the common superior designates an office.');
    }
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(
        this.keys,
        tx,
        { actor, key, operation: `designate ${disputeId}`, body: request },
        async () => this.designate(tx, command),
      ),
    );
  }

  private async designate(
    tx: Tx,
    { actor, disputeId, request }: DesignateOfficeCommand,
  ): Promise<DisputeAnswer> {
    const dispute = await this.disputes.lockOpen(tx, actor.tenant, disputeId);
    if (!dispute) throw missing('DISPUTES.NOT_OPEN', 'There is no such undecided dispute.');
    const parties = [dispute.raisingOffice, dispute.otherOffice];
    const { offices } = await this.directory.of(actor.tenant);
    const office = offices.find(({ id }) => id === request.office);
    if (!office || !parties.includes(office.id)) {
      throw invalid('DISPUTES.NOT_A_PARTY', 'One of the two offices has to be designated.', {
        places: [{ path: 'office', message: request.office }],
      });
    }
    await this.disputes.designate(tx, {
      disputeId,
      office: office.id,
      department: office.department,
      district: office.district,
      decidedBy: actor.id,
      decision: request.decision,
    });
    this.afterCommit.changed(tx, { caseId: dispute.caseId, officeIds: parties, outbox: false });
    return { disputeId };
  }
}
