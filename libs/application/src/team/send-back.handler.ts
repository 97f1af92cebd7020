import type { SendBackDone } from '@lianban/contracts';
import { conflict, denied, missing } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { KnownDirectory } from '../routing/index.js';
import { AfterCommit, type Tx, UnitOfWork } from '../transaction/index.js';
import { TeamStore } from './team-store.port.js';
import { SendBackCommand } from './team.commands.js';

/** 退件: by anybody of the receiving office, within one working day, before anybody there has taken the task on. */
@CommandHandler(SendBackCommand)
export class SendBackHandler implements ICommandHandler<SendBackCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly team: TeamStore,
    private readonly directory: KnownDirectory,
    private readonly keys: IdempotencyRecords,
    private readonly afterCommit: AfterCommit,
  ) {}

  execute(command: SendBackCommand): Promise<SendBackDone> {
    const { actor, handoverId, reason, idempotencyKey: key } = command;
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(
        this.keys,
        tx,
        { actor, key, operation: `send-back ${handoverId}`, body: { reason } },
        async () => this.sendBack(tx, command),
      ),
    );
  }

  private async sendBack(tx: Tx, { actor, handoverId, reason }: SendBackCommand): Promise<SendBackDone> {
    const handover = await this.team.lockHandover(tx, actor.tenant, handoverId);
    if (!handover) throw missing('TEAM.NO_SUCH_HANDOVER', 'There is no such hand-over, or it was sent back.');
    if (!actor.officeIds.includes(handover.toOffice))
      throw denied('TEAM.NOT_THE_RECEIVER', 'Only the receiving office sends a task back.');
    if (!handover.isOpen || !handover.isUntouched)
      throw conflict('TEAM.TAKEN_ON', 'The task was taken on, moved on or closed.');
    if (!handover.isInTime)
      throw conflict('TEAM.TOO_LATE_TO_SEND_BACK', 'A task is sent back within one working day.');
    const { offices } = await this.directory.of(actor.tenant);
    const office = offices.find(({ id }) => id === handover.fromOffice);
    if (!office) throw missing('TEAM.NO_SUCH_HANDOVER', 'The office it came from is gone.');
    await this.team.sendBack(tx, handover, office, actor, reason);
    this.afterCommit.changed(tx, {
      caseId: handover.caseId,
      officeIds: [handover.fromOffice, handover.toOffice],
      outbox: false,
    });
    return { taskId: handover.taskId };
  }
}
