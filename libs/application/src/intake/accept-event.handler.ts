import { createHash } from 'node:crypto';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CloudEvent, IntakeReceipt } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { AppException, conflict, denied, invalid } from '@lianban/kernel';
import { canonicalText } from '../idempotency/index.js';
import { InstitutionProjection } from '../registry/institution-projection.js';
import { AfterCommit, UnitOfWork } from '../transaction/index.js';
import { AcceptEventCommand, type DeliveryFault } from './accept-event.command.js';
import { EventDataValidator } from './event-data.validator.js';
import { IntakeCatalogue, type EventSource } from './event-sources.port.js';
import { InboundEvents } from './inbound-events.port.js';
import { claimOf, parseJson, readCloudEvent } from './read-cloud-event.js';
import { RefusalLog } from './refusal-log.js';
import { faultOfHeaders, isSignedBy } from './webhook-signature.js';

@CommandHandler(AcceptEventCommand)
export class AcceptEventHandler implements ICommandHandler<AcceptEventCommand> {
  constructor(
    private readonly catalogue: IntakeCatalogue,
    private readonly validator: EventDataValidator,
    private readonly events: InboundEvents,
    private readonly refusals: RefusalLog,
    private readonly institutions: InstitutionProjection,
    private readonly unitOfWork: UnitOfWork,
    private readonly afterCommit: AfterCommit,
  ) {}

  async execute(command: AcceptEventCommand): Promise<IntakeReceipt> {
    const text = new TextDecoder('utf-8').decode(command.bytes);
    const body = command.fault === undefined ? parseJson(text) : undefined;
    let source: EventSource | undefined;
    try {
      if (command.fault !== undefined) throw refusalOf(command.fault);
      source = await this.senderOf(command, text, body);
      const event = readCloudEvent(body);
      await this.checkContent(source, event);
      return await this.accept(command, source, event);
    } catch (failure) {
      if (failure instanceof AppException) {
        await this.refusals.record(failure.error, {
          tenant: source?.tenant,
          source: claimOf(body, 'source'),
          eventId: claimOf(body, 'id'),
          type: claimOf(body, 'type'),
          bodyHash: createHash('sha256').update(command.bytes).digest('base64url'),
        });
      }
      throw failure;
    }
  }

  /**
   * Who sent it is known by the signature alone. Where the body names no source that can be read, every source's
   * secrets are tried, so that a known sender learns that its body is malformed.
   */
  private async senderOf(command: AcceptEventCommand, text: string, body: unknown): Promise<EventSource> {
    const fault = faultOfHeaders(command.headers, new Date());
    if (fault === 'missing') {
      throw denied(
        'INTAKE.SIGNATURE_MISSING',
        'The headers webhook-id, webhook-timestamp and webhook-signature are needed.',
      );
    }
    if (fault === 'out-of-time') {
      throw denied(
        'INTAKE.SIGNATURE_EXPIRED',
        'The signature is more than five minutes from our time. Sign again; check your clock.',
      );
    }
    const sources = await this.catalogue.sources();
    const claimed = claimOf(body, 'source');
    const known = claimed === undefined ? undefined : sources.get(claimed);
    if (claimed !== undefined && known === undefined) {
      throw denied('INTAKE.UNKNOWN_SOURCE', 'No such source may send events here.');
    }
    const candidates = known === undefined ? [...sources.values()] : [known];
    const sender = candidates.find(({ secrets }) => isSignedBy(secrets, command.headers, text));
    if (sender === undefined) throw denied('INTAKE.BAD_SIGNATURE', 'The signature is not valid.');
    return sender;
  }

  private async checkContent(source: EventSource, event: CloudEvent): Promise<void> {
    const schema = source.types.includes(event.type)
      ? await this.catalogue.schema(source.tenant, event.type)
      : undefined;
    if (schema === undefined) {
      throw invalid('INTAKE.UNKNOWN_TYPE', 'The event type is unknown, or not allowed for this source.', {
        places: [{ path: '/type', message: event.type }],
      });
    }
    this.validator.check(schema, event.data);
  }

  private accept(
    command: AcceptEventCommand,
    source: EventSource,
    event: CloudEvent,
  ): Promise<IntakeReceipt> {
    const actor: Actor = {
      tenant: source.tenant,
      kind: 'source',
      id: source.source,
      name: source.source,
      roles: ['source'],
      officeIds: [],
      address: command.address,
      correlationId: command.correlationId,
    };
    const bodyHash = createHash('sha256').update(canonicalText(event)).digest('base64url');
    const { jurisdiction } = event.data;
    return this.unitOfWork.withActor(actor, async (tx) => {
      const known = await this.events.accept(tx, actor, {
        tenant: source.tenant,
        event,
        bodyHash,
        district: typeof jurisdiction === 'string' ? jurisdiction : undefined,
      });
      if (known !== undefined && known.bodyHash !== bodyHash) {
        throw conflict(
          'INTAKE.BODY_CHANGED',
          'An event of this source and id was received before with another body.',
        );
      }
      if (known === undefined) {
        await this.institutions.apply(tx, actor, event);
        this.afterCommit.changed(tx, { officeIds: [], outbox: true });
      }
      const state = known?.state ?? 'accepted';
      return { id: event.id, source: event.source, state, duplicate: known !== undefined };
    });
  }
}

const refusalOf = (fault: DeliveryFault): AppException =>
  fault === 'too-large'
    ? invalid('INTAKE.TOO_LARGE', 'The event is too large (256 KB at most).')
    : invalid('INTAKE.UNSUPPORTED_MEDIA_TYPE', 'Send application/cloudevents+json, or application/json.');
