import type { CloudEvent, Topic } from '@lianban/contracts';
import { type Actor, engineActor } from '@lianban/domain';
import { AppException, type Json } from '@lianban/kernel';
import { Injectable } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { RouteEventCommand, ThrowSignalCommand } from '../cases/index.js';
import { EndCallChainCommand } from '../call-chains/index.js';
import { ConductEffectCommand } from '../conductor/conduct-effect.command.js';
import { RenderDocumentCommand } from '../documents/index.js';
import { type RungFired, TakeRungActsCommand } from '../due/index.js';
import { SendMessageCommand } from '../notifications/index.js';
import { TellTodoCommand } from '../unified-todo/index.js';
import { type OutboxRow, OutboxStore } from './outbox-store.port.js';

/** Tries after which a message that fails for its own sake is buried. What is merely unavailable is tried for ever. */
const MOST_TRIES = 5;

interface Consumer {
  /** The class of what `commandOf` makes: a process proves at its start that it has the handler. */
  readonly command: { readonly name: string };
  readonly commandOf: (row: OutboxRow, actor: Actor) => Command<unknown>;
}

const EVENTS: Consumer = {
  command: RouteEventCommand,
  commandOf: ({ payload }, actor) => {
    const event = payload as unknown as CloudEvent;
    return new RouteEventCommand(actor, { source: event.source, id: event.id }, event);
  },
};

const CONSUMERS: Readonly<Record<Topic, Consumer>> = {
  'route-inbound': {
    command: RouteEventCommand,
    commandOf: ({ payload }, actor) =>
      new RouteEventCommand(actor, { source: String(payload['source']), id: String(payload['id']) }),
  },
  'render-document': {
    command: RenderDocumentCommand,
    commandOf: ({ payload }) => new RenderDocumentCommand(String(payload['documentId'])),
  },
  'throw-signal': {
    command: ThrowSignalCommand,
    commandOf: ({ payload }, actor) =>
      new ThrowSignalCommand(
        actor,
        String(payload['signal']),
        String(payload['throwId']),
        (payload['event'] ?? null) as Json,
        typeof payload['caseId'] === 'string' ? payload['caseId'] : undefined,
      ),
  },
  'rung-fired': {
    command: TakeRungActsCommand,
    commandOf: ({ payload }) => new TakeRungActsCommand(payload as unknown as RungFired),
  },
  'chain-acknowledged': {
    command: EndCallChainCommand,
    commandOf: ({ payload }) => new EndCallChainCommand(String(payload['clockId']), String(payload['level'])),
  },
  'send-message': {
    command: SendMessageCommand,
    commandOf: ({ tenant, payload }) => new SendMessageCommand(tenant, String(payload['messageId'])),
  },
  'tell-todo': {
    command: TellTodoCommand,
    commandOf: ({ tenant, payload }) => new TellTodoCommand(tenant, String(payload['taskId'])),
  },
  conduct: {
    command: ConductEffectCommand,
    commandOf: ({ payload }) =>
      new ConductEffectCommand(String(payload['caseId']), String(payload['effectId'])),
  },
};

/** Topics that a delivery can take, and the commands it turns them into. */
export const deliverable = {
  topics: Object.keys(CONSUMERS),
  commands: [EVENTS, ...Object.values(CONSUMERS)].map(({ command }) => command.name),
};

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
      if (!passing) await this.outbox.noteFailure(id, String(failure), MOST_TRIES);
      throw failure;
    }
  }

  private async handle(row: OutboxRow): Promise<void> {
    const consumer = row.kind === 'event' ? EVENTS : CONSUMERS[row.topic as Topic];
    if (consumer === undefined) throw new Error(`Nobody handles the topic ${row.topic}.`);
    await this.commands.execute(consumer.commandOf(row, engineActor(row.tenant, row.id)));
  }
}
