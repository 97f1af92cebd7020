import type { EmergencyImpactView, EmergencyListView, EmergencyView } from '@lianban/contracts';
import { conflict, invalid, missing } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { v7 as newId } from 'uuid';
import { BulkStore } from '../bulk/index.js';
import { SETTLED_MS } from '../calendars/index.js';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { KnownDirectory } from '../routing/index.js';
import { type Tx, UnitOfWork } from '../transaction/index.js';
import {
  EnterEmergencyCommand,
  LiftEmergencyCommand,
  ListEmergenciesQuery,
  PreviewEmergencyQuery,
} from './emergencies.requests.js';
import { mustEnterFor, placesToName, withinPlaces } from './emergency-places.js';
import type { EmergencyRecord } from './emergency-record.js';
import { EmergencyStore } from './emergency-store.port.js';
import { emergencyView } from './emergency-view.js';
import { LIFT_EMERGENCY, STOP_FOR_EMERGENCY } from './emergency.work.js';

const PAGE = 20;

/** When every process knows of it: nothing starts by the old state behind the operation's back. */
const settled = (instant: string): string => new Date(Date.parse(instant) + SETTLED_MS).toISOString();

const found = (emergency: EmergencyRecord | undefined, id: string): EmergencyRecord => {
  if (!emergency) throw missing('EMERGENCIES.UNKNOWN', 'There is no such emergency.', { details: { id } });
  return emergency;
};

@QueryHandler(PreviewEmergencyQuery)
export class PreviewEmergencyHandler implements IQueryHandler<PreviewEmergencyQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: EmergencyStore,
    private readonly directory: KnownDirectory,
  ) {}

  async execute({ actor, districts }: PreviewEmergencyQuery): Promise<EmergencyImpactView> {
    const directory = await this.directory.of(actor.tenant);
    mustEnterFor(actor, districts, directory);
    return this.unitOfWork.readAs(actor, (tx) =>
      this.store.impact(tx, actor.tenant, withinPlaces(districts, directory)),
    );
  }
}

@CommandHandler(EnterEmergencyCommand)
export class EnterEmergencyHandler implements ICommandHandler<EnterEmergencyCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: EmergencyStore,
    private readonly bulk: BulkStore,
    private readonly keys: IdempotencyRecords,
    private readonly directory: KnownDirectory,
  ) {}

  async execute({ actor, emergency: body, idempotencyKey }: EnterEmergencyCommand): Promise<EmergencyView> {
    const directory = await this.directory.of(actor.tenant);
    const districts = [...new Set(body.districts)];
    mustEnterFor(actor, districts, directory);
    const { document, reason } = body;
    const once = { actor, key: idempotencyKey, operation: 'enter emergency', body };
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.keys, tx, once, async () => {
        const now = await this.store.now(tx);
        const [from, to] = spanOf(body, now);
        const id = newId();
        const order = (kind: string, at: string): Promise<string> =>
          this.bulk.order(tx, {
            kind,
            parameters: { emergency: id },
            reason: document,
            notBefore: settled(at),
            actor,
          });
        const stops = await order(STOP_FOR_EMERGENCY, from);
        const ending = to === undefined ? {} : { to, lifts: await order(LIFT_EMERGENCY, to) };
        this.store.enter(tx, actor, { id, districts, from, document, reason, stops, ...ending });
        return emergencyView(found(await this.store.byId(tx, actor.tenant, id), id), actor, directory, now);
      }),
    );
  }
}

/** What has passed is not stopped any more: a ledger only ever grows, and days off are entered in the calendar. */
const spanOf = (
  body: { readonly from?: string | undefined; readonly to?: string | undefined },
  now: string,
): readonly [string, string | undefined] => {
  const from = body.from === undefined ? now : new Date(body.from).toISOString();
  const to = body.to === undefined ? undefined : new Date(body.to).toISOString();
  if (from < now)
    throw invalid('EMERGENCIES.BEGINS_IN_THE_PAST', 'An emergency begins now or later.', {
      details: { now, from },
    });
  if (to !== undefined && to <= from)
    throw invalid('EMERGENCIES.ENDS_FIRST', 'It ends before it begins.', { details: { from, to } });
  return [from, to];
};

@CommandHandler(LiftEmergencyCommand)
export class LiftEmergencyHandler implements ICommandHandler<LiftEmergencyCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: EmergencyStore,
    private readonly bulk: BulkStore,
    private readonly keys: IdempotencyRecords,
    private readonly directory: KnownDirectory,
  ) {}

  async execute({ actor, id, reason, idempotencyKey }: LiftEmergencyCommand): Promise<EmergencyView> {
    const directory = await this.directory.of(actor.tenant);
    const once = { actor, key: idempotencyKey, operation: `lift emergency ${id}`, body: { reason } };
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.keys, tx, once, async () => {
        const held = found(await this.store.hold(tx, actor.tenant, id), id);
        mustEnterFor(actor, held.districts, directory);
        const now = await this.store.now(tx);
        if (held.liftedAt !== undefined || (held.to !== undefined && held.to <= now))
          throw conflict('EMERGENCIES.OVER', 'The emergency is over already.', { details: { id } });
        await this.cancel(tx, actor, held.stops);
        if (held.lifts !== undefined) await this.cancel(tx, actor, held.lifts);
        const lifts = await this.bulk.order(tx, {
          kind: LIFT_EMERGENCY,
          parameters: { emergency: id },
          reason,
          notBefore: settled(now),
          actor,
        });
        // One that had not begun never was.
        this.store.lift(tx, actor, { id, to: held.from > now ? held.from : now, reason, lifts });
        return emergencyView(found(await this.store.byId(tx, actor.tenant, id), id), actor, directory, now);
      }),
    );
  }

  private async cancel(tx: Tx, actor: LiftEmergencyCommand['actor'], operation: string): Promise<void> {
    await this.bulk.turn(tx, actor, operation, ['waiting', 'running', 'paused'], 'cancelled');
  }
}

@QueryHandler(ListEmergenciesQuery)
export class ListEmergenciesHandler implements IQueryHandler<ListEmergenciesQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: EmergencyStore,
    private readonly directory: KnownDirectory,
  ) {}

  async execute({ actor, page }: ListEmergenciesQuery): Promise<EmergencyListView> {
    const directory = await this.directory.of(actor.tenant);
    const limit = page.limit ?? PAGE;
    const { after } = page;
    return this.unitOfWork.readAs(actor, async (tx) => {
      const [now, list] = await Promise.all([
        this.store.now(tx),
        this.store.list(tx, actor.tenant, { limit, ...(after === undefined ? {} : { after }) }),
      ]);
      const last = list.at(-1);
      return {
        items: list.map((emergency) => emergencyView(emergency, actor, directory, now)),
        places: placesToName(actor, directory),
        ...(last && list.length === limit ? { next: last.id } : {}),
      };
    });
  }
}
