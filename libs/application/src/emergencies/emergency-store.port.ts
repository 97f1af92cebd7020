import type { EmergencyImpactView } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { Tx } from '../transaction/index.js';
import type { EmergencyRecord, Lifting, NewEmergency } from './emergency-record.js';

/** Which cases an operation goes through, behind the one it came to last. */
export interface CasePage {
  readonly limit: number;
  readonly after?: string;
}

export abstract class EmergencyStore {
  abstract now(tx: Tx): Promise<string>;
  /** With its row of the trail. */
  abstract enter(tx: Tx, actor: Actor, emergency: NewEmergency): void;
  abstract lift(tx: Tx, actor: Actor, lifting: Lifting): void;
  abstract byId(tx: Tx, tenant: string, id: string): Promise<EmergencyRecord | undefined>;
  /** The same under its lock: of two who lift it, one does. */
  abstract hold(tx: Tx, tenant: string, id: string): Promise<EmergencyRecord | undefined>;
  /** Newest first. */
  abstract list(tx: Tx, tenant: string, page: CasePage): Promise<readonly EmergencyRecord[]>;
  /** What would stand still: open clocks of these districts whose definition names force majeure. */
  abstract impact(tx: Tx, tenant: string, districts: readonly string[]): Promise<EmergencyImpactView>;
  abstract casesToStop(
    tx: Tx,
    tenant: string,
    districts: readonly string[],
    page: CasePage,
  ): Promise<readonly string[]>;
  abstract countToStop(tx: Tx, tenant: string, districts: readonly string[]): Promise<number>;
  abstract clocksToStop(tx: Tx, caseIds: readonly string[]): Promise<readonly ClockOfCase[]>;
  /** Cases with clocks that stand still under this ground of their ledgers. */
  abstract casesToLift(tx: Tx, tenant: string, ground: string, page: CasePage): Promise<readonly string[]>;
  abstract countToLift(tx: Tx, tenant: string, ground: string): Promise<number>;
  abstract clocksToLift(tx: Tx, caseIds: readonly string[], ground: string): Promise<readonly ClockOfCase[]>;
}

export interface ClockOfCase {
  readonly id: string;
  readonly caseId: string;
}
