import type { Text2 } from '@lianban/contracts';
import {
  type Actor,
  type ClockAct,
  EMERGENCY_GROUND,
  emergencyStop,
  engineActor,
  isInForce,
} from '@lianban/domain';
import { AppException, type JsonObject } from '@lianban/kernel';
import { Injectable } from '@nestjs/common';
import { type BulkPiece, BulkWork } from '../bulk/index.js';
import { CaseTransition } from '../cases/index.js';
import { type FullDirectory, KnownDirectory } from '../routing/index.js';
import type { Tx } from '../transaction/index.js';
import { namedPlaces, withinPlaces } from './emergency-places.js';
import type { EmergencyRecord } from './emergency-record.js';
import { type CasePage, type ClockOfCase, EmergencyStore } from './emergency-store.port.js';

export const STOP_FOR_EMERGENCY = 'stop-for-emergency';
export const LIFT_EMERGENCY = 'lift-emergency';

/** Cases of one transaction; each clock of a case is an act of its own, with its entry, its row of the trail and its court. */
const PIECE = 25;

/** Written by the handlers of emergencies alone. */
const emergencyIn = (parameters: JsonObject): string =>
  (parameters as { readonly emergency: string }).emergency;

const pageOf = ({ operation: { cursor } }: BulkPiece, limit: number): CasePage => ({
  limit,
  ...(cursor === undefined ? {} : { after: cursor }),
});

const placeNames = ({ districts }: EmergencyRecord, directory: FullDirectory): readonly Text2[] =>
  namedPlaces(districts, directory).map(({ name }) => name);

/** One act on each clock, done once however often a piece is done again. */
const onEach = async (
  cases: CaseTransition,
  tx: Tx,
  actor: Actor,
  clocks: readonly ClockOfCase[],
  name: string,
  act: ClockAct,
): Promise<number> => {
  let changed = 0;
  for (const { id: clockId, caseId } of clocks) {
    const request = { caseId, clockId, stimulusId: `${name}:${clockId}`, act, actor, mayAct: () => true };
    const done = await cases.actOnClock(tx, request);
    if (done.ok) changed += done.value.repeated ? 0 : 1;
    // It ended, or was stopped from its start, between the question and the lock.
    else if (done.error.kind !== 'conflict') throw new AppException(done.error);
  }
  return changed;
};

@Injectable()
export class StopForEmergency extends BulkWork {
  readonly kind = STOP_FOR_EMERGENCY;
  readonly piece = PIECE;

  constructor(
    private readonly store: EmergencyStore,
    private readonly cases: CaseTransition,
    private readonly directory: KnownDirectory,
  ) {
    super();
  }

  async count(tx: Tx, { operation: { tenant, parameters } }: BulkPiece): Promise<number> {
    const emergency = await this.store.byId(tx, tenant, emergencyIn(parameters));
    return emergency ? this.store.countToStop(tx, tenant, await this.districtsOf(tenant, emergency)) : 0;
  }

  async items(tx: Tx, at: BulkPiece, limit: number): Promise<readonly string[]> {
    const { tenant, parameters } = at.operation;
    const emergency = await this.store.byId(tx, tenant, emergencyIn(parameters));
    if (!emergency || (emergency.to !== undefined && emergency.to <= at.now)) return [];
    const districts = await this.districtsOf(tenant, emergency);
    return this.store.casesToStop(tx, tenant, districts, pageOf(at, limit));
  }

  async apply(
    tx: Tx,
    { operation: { tenant, parameters } }: BulkPiece,
    items: readonly string[],
  ): Promise<number> {
    const emergency = await this.store.byId(tx, tenant, emergencyIn(parameters));
    if (!emergency) return 0;
    const { id, from: at, by, document, reason } = emergency;
    const clocks = await this.store.clocksToStop(tx, items);
    const ground = EMERGENCY_GROUND;
    const act: ClockAct = { kind: 'stop-clock', ground, document, reason, emergency: { id, at, by } };
    return onEach(this.cases, tx, engineActor(tenant), clocks, `stop ${emergencyStop(id)}`, act);
  }

  override async finish(
    tx: Tx,
    { operation: { tenant, parameters }, now }: BulkPiece,
  ): Promise<JsonObject | undefined> {
    const emergency = await this.store.byId(tx, tenant, emergencyIn(parameters));
    if (!emergency || !isInForce(emergency, now)) return undefined;
    const { id, to: until, document, reason } = emergency;
    const places = placeNames(emergency, await this.directory.of(tenant));
    const notice = { document, reason, places, ...(until === undefined ? {} : { until }) };
    this.store.tellOffices(tx, tenant, { ground: emergencyStop(id), to: 'stopped' }, notice);
    return undefined;
  }

  private async districtsOf(tenant: string, { districts }: EmergencyRecord): Promise<readonly string[]> {
    return withinPlaces(districts, await this.directory.of(tenant));
  }
}

@Injectable()
export class LiftEmergency extends BulkWork {
  readonly kind = LIFT_EMERGENCY;
  readonly piece = PIECE;

  constructor(
    private readonly store: EmergencyStore,
    private readonly cases: CaseTransition,
    private readonly directory: KnownDirectory,
  ) {
    super();
  }

  count(tx: Tx, { operation: { tenant, parameters } }: BulkPiece): Promise<number> {
    return this.store.countToLift(tx, tenant, emergencyStop(emergencyIn(parameters)));
  }

  items(tx: Tx, at: BulkPiece, limit: number): Promise<readonly string[]> {
    const { tenant, parameters } = at.operation;
    return this.store.casesToLift(tx, tenant, emergencyStop(emergencyIn(parameters)), pageOf(at, limit));
  }

  async apply(tx: Tx, at: BulkPiece, items: readonly string[]): Promise<number> {
    const { tenant, parameters } = at.operation;
    const emergency = await this.store.byId(tx, tenant, emergencyIn(parameters));
    if (!emergency) return 0;
    const { id, to = at.now, by, liftedBy = by, liftReason, document } = emergency;
    const clocks = await this.store.clocksToLift(tx, items, emergencyStop(id));
    const act: ClockAct = {
      kind: 'resume-clock',
      ground: EMERGENCY_GROUND,
      document,
      reason: liftReason ?? emergency.reason,
      emergency: { id, at: to, by: liftedBy },
    };
    return onEach(this.cases, tx, engineActor(tenant), clocks, `lift ${emergencyStop(id)}`, act);
  }

  override async finish(
    tx: Tx,
    { operation: { tenant, parameters } }: BulkPiece,
  ): Promise<JsonObject | undefined> {
    const emergency = await this.store.byId(tx, tenant, emergencyIn(parameters));
    if (!emergency) return undefined;
    const { id, document, reason, liftReason = reason } = emergency;
    const places = placeNames(emergency, await this.directory.of(tenant));
    const turn = { ground: emergencyStop(id), to: 'running' } as const;
    this.store.tellOffices(tx, tenant, turn, { document, reason: liftReason, places });
    return undefined;
  }
}
