import type { CloudEvent } from '@lianban/contracts';
import { engineActor } from '@lianban/domain';
import { AppException } from '@lianban/kernel';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RouteEventCommand } from '../cases/index.js';
import { ConductEffectCommand } from '../conductor/conduct-effect.command.js';
import { RenderDocumentCommand } from '../documents/index.js';
import { type OutboxRow, OutboxStore } from './outbox-store.port.js';

/** Tries after which a message that fails for its own sake is buried. What is merely unavailable is tried for ever. */
const MOST_TRIES = 5;

/** Takes one outbox row to its handler and closes it. Handlers may be repeated; closing comes last. */
@Injectable()
export class Deliver {
  constructor(
    private readonly outbox: OutboxStore,
    private readonly commands: CommandBus,
  ) {}

  async deliver(id: string): Promise<void> {
    const row = await this.outbox.open(id);
    if (!row) return;
    try {
      await this.handle(row);
      await this.outbox.close(id);
    } catch (failure) {
      const passing = failure instanceof AppException && failure.error.kind === 'unavailable';
      if (!passing && row.attempts >= MOST_TRIES) await this.outbox.bury(id, String(failure));
      throw failure;
    }
  }

  private handle(row: OutboxRow): Promise<unknown> {
    const actor = engineActor(row.tenant, row.id);
    if (row.kind === 'event') {
      const event = row.payload as unknown as CloudEvent;
      return this.commands.execute(
        new RouteEventCommand(actor, { source: event.source, id: event.id }, event),
      );
    }
    switch (row.topic) {
      case 'route-inbound':
        return this.commands.execute(
          new RouteEventCommand(actor, {
            source: String(row.payload['source']),
            id: String(row.payload['id']),
          }),
        );
      case 'render-document':
        return this.commands.execute(new RenderDocumentCommand(String(row.payload['documentId'])));
      case 'conduct':
        return this.commands.execute(
          new ConductEffectCommand(String(row.payload['caseId']), String(row.payload['effectId'])),
        );
      default:
        throw new Error(`Nobody handles the topic ${row.topic}.`);
    }
  }
}
