import { type CalendarLayer, createCalendar, toDayNumber, toInstant } from '@lianban/calendar';
import type { BulkOperationView } from '@lianban/contracts';
import { conflict, missing } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BulkStore, bulkView } from '../../bulk/index.js';
import { IdempotencyRecords, oncePerKey } from '../../idempotency/index.js';
import { type Tx, UnitOfWork } from '../../transaction/index.js';
import { SETTLED_MS } from '../business-calendars.js';
import { PREVIEW_CALENDAR } from '../recount/preview-calendar.work.js';
import { RECOMPUTE_DEADLINES } from '../recount/recompute-deadlines.work.js';
import { readRecount, recountParameters } from '../recount/recount-parameters.js';
import type { CalendarVersion, VersionKey } from './calendar-version.js';
import { CalendarStore } from './calendar-store.port.js';
import { mustGovern } from './calendar-views.js';
import { PreviewCalendarCommand, PublishCalendarCommand } from './calendars.requests.js';

const heldDraft = async (
  store: CalendarStore,
  tx: Tx,
  tenant: string,
  { layer, code, version }: VersionKey,
  revision: number,
): Promise<CalendarVersion> => {
  const draft = await store.holdDraft(tx, tenant, layer, code);
  if (draft?.version !== version)
    throw missing('CALENDARS.NO_DRAFT', 'There is no such draft.', { details: { layer, code, version } });
  if (draft.revision !== revision)
    throw conflict('CALENDARS.DRAFT_CHANGED', 'The draft has changed since it was opened.', {
      details: { revision: draft.revision },
    });
  return draft;
};

@CommandHandler(PreviewCalendarCommand)
export class PreviewCalendarHandler implements ICommandHandler<PreviewCalendarCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: CalendarStore,
    private readonly bulk: BulkStore,
    private readonly keys: IdempotencyRecords,
  ) {}

  execute({ actor, key, revision, idempotencyKey }: PreviewCalendarCommand): Promise<BulkOperationView> {
    mustGovern(actor);
    const { layer, code, version } = key;
    const operation = `preview calendar ${layer} ${code} ${version}`;
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.keys, tx, { actor, key: idempotencyKey, operation, body: { revision } }, async () => {
        await heldDraft(this.store, tx, actor.tenant, key, revision);
        const before = await this.store.before(tx, actor.tenant, key);
        const id = await this.bulk.order(tx, {
          kind: PREVIEW_CALENDAR,
          parameters: recountParameters({
            layer,
            code,
            version,
            revision,
            ...(before === undefined ? {} : { before }),
          }),
          reason: `${code}@${version}`,
          actor,
        });
        await this.store.notePreview(tx, actor.tenant, key, id);
        return found(await this.bulk.byId(tx, actor.tenant, id));
      }),
    );
  }
}

@CommandHandler(PublishCalendarCommand)
export class PublishCalendarHandler implements ICommandHandler<PublishCalendarCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: CalendarStore,
    private readonly bulk: BulkStore,
    private readonly keys: IdempotencyRecords,
  ) {}

  execute({
    actor,
    key,
    revision,
    reason,
    idempotencyKey,
  }: PublishCalendarCommand): Promise<BulkOperationView> {
    mustGovern(actor);
    const { layer, code, version } = key;
    const operation = `publish calendar ${layer} ${code} ${version}`;
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(
        this.keys,
        tx,
        { actor, key: idempotencyKey, operation, body: { revision, reason } },
        async () => {
          const draft = await heldDraft(this.store, tx, actor.tenant, key, revision);
          await this.mustBePreviewed(tx, actor.tenant, draft);
          const [before, now] = await Promise.all([
            this.store.before(tx, actor.tenant, key),
            this.store.now(tx),
          ]);
          const id = await this.bulk.order(tx, {
            kind: RECOMPUTE_DEADLINES,
            parameters: recountParameters({
              layer,
              code,
              version,
              revision,
              ...(before === undefined ? {} : { before }),
            }),
            reason,
            notBefore: beginsAt(draft.body, draft.effectiveFrom, now),
            actor,
          });
          await this.store.publish(tx, actor, { key, reason, operation: id });
          return found(await this.bulk.byId(tx, actor.tenant, id));
        },
      ),
    );
  }

  /** Nobody publishes what nobody has looked at: the preview is of this revision and through. */
  private async mustBePreviewed(tx: Tx, tenant: string, draft: CalendarVersion): Promise<void> {
    const preview = draft.preview === undefined ? undefined : await this.bulk.byId(tx, tenant, draft.preview);
    if (preview?.state === 'done' && readRecount(preview.parameters).revision === draft.revision) return;
    throw conflict('CALENDARS.NOT_PREVIEWED', 'Look first at what this draft would move.', {
      details: { preview: preview?.state ?? null },
    });
  }
}

/** When its day has begun, and every process counts by it. */
const beginsAt = (body: CalendarLayer, effectiveFrom: string, now: string): string => {
  const day = toInstant(createCalendar([body]), { day: toDayNumber(effectiveFrom), minute: 0 });
  const base = day > now ? day : now;
  return new Date(Date.parse(base) + SETTLED_MS).toISOString();
};

const found = (operation: Parameters<typeof bulkView>[0] | undefined): BulkOperationView => {
  if (!operation) throw new Error('The operation that was just ordered is not there.');
  return bulkView(operation);
};
