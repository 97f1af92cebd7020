import type { SendBackDone } from '@lianban/contracts';
import { missing } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { KnownDirectory } from '../routing/index.js';
import { AfterCommit, type Tx, UnitOfWork } from '../transaction/index.js';
import { judgeSendBack, sendsBackFor } from './judge-send-back.js';
import { TeamStore } from './team-store.port.js';
import { SendBackCommand } from './team.commands.js';

/** 退件: back to the office that handed it over, whoever of the receiving one had begun with it. */
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
    const directory = await this.directory.of(actor.tenant);
    const refused = judgeSendBack(actor, handover, directory);
    if (refused) throw refused;
    const office = directory.offices.find(({ id }) => id === handover.fromOffice);
    if (!office) throw missing('TEAM.NO_SUCH_HANDOVER', 'The office it came from is gone.');
    const onBehalfOf = sendsBackFor(actor, handover, directory)?.name;
    await this.team.sendBack(tx, handover, office, { actor, onBehalfOf, reason });
    this.afterCommit.changed(tx, {
      caseId: handover.caseId,
      officeIds: [handover.fromOffice, handover.toOffice],
      outbox: false,
    });
    return { taskId: handover.taskId };
  }
}
