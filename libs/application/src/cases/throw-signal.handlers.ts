import type { Actor } from '@lianban/domain';
import { AppException, type Json, denied } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as newId } from 'uuid';
import { DefinitionCatalog, DefinitionStore, signalTopic } from '../definitions/index.js';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { AfterCommit, UnitOfWork } from '../transaction/index.js';
import { CaseStore } from './case-store.port.js';
import { CaseTransition } from './case-transition.js';
import { SignalStore } from './signal-store.port.js';
import { SendSignalCommand, ThrowSignalCommand } from './throw-signal.command.js';

@CommandHandler(ThrowSignalCommand)
export class ThrowSignalHandler implements ICommandHandler<ThrowSignalCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signals: SignalStore,
    private readonly transition: CaseTransition,
    private readonly cases: CaseStore,
    private readonly published: DefinitionStore,
    private readonly definitions: DefinitionCatalog,
  ) {}

  async execute({ actor, signal, throwId, event, thrower }: ThrowSignalCommand): Promise<void> {
    const cases = await this.unitOfWork.withActor(actor, (tx) =>
      this.signals.waiting(tx, actor.tenant, signal, thrower),
    );
    // One case a transaction: where one fails, the others have had it, and the delivery comes again.
    for (const caseId of cases) {
      const moved = await this.unitOfWork.withActor(actor, (tx) =>
        this.transition.advance(tx, {
          caseId,
          stimulusId: `signal:${throwId}`,
          stimulus: { kind: 'signal', signal, event },
          actor,
        }),
      );
      // It has gone on or ended in the meantime.
      if (!moved.ok && moved.error.kind !== 'conflict') throw new AppException(moved.error);
    }
    await this.openCases(actor, signal, throwId, event);
  }

  /** Cases that the signal begins, each once. */
  private async openCases(actor: Actor, signal: string, throwId: string, event: Json): Promise<void> {
    const causedBy = `signal#${throwId}`;
    for (const { definitionId, startEvent } of await this.published.startsOn(
      actor.tenant,
      signalTopic(signal),
    )) {
      const definition = await this.definitions.byId(definitionId);
      await this.unitOfWork.withActor(actor, async (tx) => {
        if (await this.cases.findRunning(tx, actor.tenant, definition.key, undefined, causedBy)) return;
        const opened = await this.transition.open(tx, {
          definition,
          startEvent,
          stimulusId: `signal:${throwId}`,
          data: {},
          event: { signal, data: event },
          district: actor.tenant,
          title: definition.name.zh,
          causedBy,
          actor,
        });
        if (!opened.ok) throw new AppException(opened.error);
      });
    }
  }
}

@CommandHandler(SendSignalCommand)
export class SendSignalHandler implements ICommandHandler<SendSignalCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signals: SignalStore,
    private readonly keys: IdempotencyRecords,
    private readonly afterCommit: AfterCommit,
  ) {}

  execute({ actor, body, idempotencyKey: key }: SendSignalCommand): Promise<{ cases: number }> {
    if (!actor.roles.includes('admin')) throw denied('ACTS.NOT_YOURS', 'Your post does not allow this act.');
    const { signal, data, reason } = body;
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.keys, tx, { actor, key, operation: `send-signal ${signal}`, body }, async () => {
        const cases = await this.signals.waiting(tx, actor.tenant, signal);
        await this.signals.send(tx, {
          throwId: newId(),
          tenant: actor.tenant,
          signal,
          event: data,
          reason,
          actorId: actor.id,
          actorName: actor.name,
        });
        this.afterCommit.changed(tx, { officeIds: [], outbox: true });
        return { cases: cases.length };
      }),
    );
  }
}
