import { dueInstant } from '@lianban/calendar';
import type { OrderActRequest, OrderDone } from '@lianban/contracts';
import { type Actor, type OrderState, judgeOrderAct, mayReadOrder, orderSeries } from '@lianban/domain';
import { invalid, type JsonObject, missing } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as newId } from 'uuid';
import { BusinessCalendars } from '../calendars/index.js';
import { CaseRecords } from '../cases/index.js';
import { DocumentTemplates } from '../documents/index.js';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { KnownDirectory } from '../routing/index.js';
import { AfterCommit, type Tx, UnitOfWork } from '../transaction/index.js';
import { type KnownOrder, type OrderMove, OrderStore } from './order-store.port.js';
import { ActOnOrderCommand } from './orders.requests.js';
import { paragraphsOfOrder, titleOfOrder } from './words-of-order.js';

/** What an act brings besides its new state. */
type Brings = Partial<Pick<OrderMove, 'at' | 'words' | 'payload' | 'number' | 'documentId' | 'dueAt'>>;

@CommandHandler(ActOnOrderCommand)
export class ActOnOrderHandler implements ICommandHandler<ActOnOrderCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderStore,
    private readonly records: CaseRecords,
    private readonly templates: DocumentTemplates,
    private readonly directory: KnownDirectory,
    private readonly calendars: BusinessCalendars,
    private readonly keys: IdempotencyRecords,
    private readonly afterCommit: AfterCommit,
  ) {}

  execute({ actor, orderId, request, idempotencyKey: key }: ActOnOrderCommand): Promise<OrderDone> {
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(
        this.keys,
        tx,
        { actor, key, operation: `act-on-order ${orderId}`, body: request },
        async () => {
          const order = await this.orders.lock(tx, actor, orderId);
          if (!order || !mayReadOrder(order, { officeIds: actor.officeIds, oversees: false }))
            throw missing('ORDERS.UNKNOWN', 'There is no such order.');
          const judged = judgeOrderAct(order, request.act, {
            id: actor.id,
            officeIds: actor.officeIds,
            issuingPosts: order.issuingPosts,
          });
          if (!judged.ok) throw judged.error;
          await this.move(tx, actor, order, request, judged.value);
          return { orderId };
        },
      ),
    );
  }

  private async move(
    tx: Tx,
    actor: Actor,
    order: KnownOrder,
    request: OrderActRequest,
    to: OrderState,
  ): Promise<void> {
    const now = await this.orders.now(tx);
    const brings = await this.brings(tx, actor, order, request, now);
    const bySide = request.act === 'acknowledge' || request.act === 'answer' ? 'addressee' : 'issuer';
    await this.orders.move(tx, actor, {
      order,
      act: request.act,
      to,
      at: now,
      ...('words' in request && request.words !== undefined ? { words: request.words } : {}),
      payload: {},
      endsDeadline: request.act === 'answer',
      tell: bySide === 'addressee' ? order.issuingOffice : order.addressedOffice,
      ...brings,
    });
    this.afterCommit.changed(tx, {
      caseId: order.caseId,
      officeIds: [order.issuingOffice, order.addressedOffice],
      outbox: request.act === 'issue',
    });
  }

  private brings(
    tx: Tx,
    actor: Actor,
    order: KnownOrder,
    request: OrderActRequest,
    now: string,
  ): Brings | Promise<Brings> {
    switch (request.act) {
      case 'issue':
        return this.issue(tx, actor, order, now);
      case 'serve':
        return this.serve(tx, actor, order, request, now);
      case 'send-back':
        return this.deadline(actor, now, request.answerWithin);
      case 'answer':
        return { payload: { papers: request.papers } };
      default:
        return {};
    }
  }

  /** 签发: number and document in this transaction, so that a series has no gap. */
  private async issue(tx: Tx, actor: Actor, order: KnownOrder, now: string): Promise<Brings> {
    const directory = await this.directory.of(actor.tenant);
    const template = await this.templates.inForce(tx, actor.tenant, order.kind);
    if (!template) throw new Error(`No template for ${order.kind}.`);
    const nameOf = (officeId: string): string =>
      directory.offices.find(({ id }) => id === officeId)?.name.zh ?? officeId;
    const district = directory.offices.find(({ id }) => id === order.issuingOffice)?.district ?? '';
    const sign = directory.signs.get(district);
    if (sign === undefined) throw new Error(`No sign (代字) for papers of ${district}.`);
    const unit = nameOf(order.addressedOffice);
    const title = titleOfOrder(order.kind);
    const documentId = newId();
    const data: JsonObject = {
      caseNo: order.caseNo,
      orderId: order.id,
      addressee: unit,
      issuer: nameOf(order.issuingOffice),
      template: `${order.kind}@${template.version}`,
      paragraphs: paragraphsOfOrder(template, { ...order, unit }),
    };
    const number = await this.records.issueDocument(tx, {
      id: documentId,
      tenant: actor.tenant,
      caseId: order.caseId,
      kind: order.kind,
      series: orderSeries(order.kind, sign),
      titleZh: title.zh,
      titleEn: title.en,
      data,
      now,
    });
    return { number, documentId, payload: { number, documentId } };
  }

  /** 送达: the time to answer runs from when it was served, not from when that was written down. */
  private async serve(
    tx: Tx,
    actor: Actor,
    order: KnownOrder,
    request: Extract<OrderActRequest, { act: 'serve' }>,
    now: string,
  ): Promise<Brings> {
    const { way, receivedBy, receipt } = request;
    const servedAt = request.servedAt === undefined ? now : new Date(request.servedAt).toISOString();
    if (servedAt > now || servedAt < (order.issuedAt ?? now) || order.documentId === undefined) {
      throw invalid('ORDERS.SERVED_AT_IMPOSSIBLE', 'Service lies between issue and now.', {
        places: [{ path: 'servedAt', message: servedAt }],
      });
    }
    const service = { way, receivedBy, ...(receipt === undefined ? {} : { receipt }) };
    await this.orders.serve(tx, actor, {
      id: newId(),
      documentId: order.documentId,
      servedAt,
      ...service,
    });
    const deadline: Brings =
      order.answerWithin === undefined ? {} : await this.deadline(actor, servedAt, order.answerWithin);
    return { at: servedAt, ...deadline, payload: { ...service, ...deadline.payload } };
  }

  private async deadline(actor: Actor, from: string, days: number): Promise<Brings> {
    const { calendar } = await this.calendars.of(actor.tenant);
    const dueAt = dueInstant(calendar, from, { amount: days, unit: 'working_day' }).at;
    return { dueAt, payload: { dueAt } };
  }
}
