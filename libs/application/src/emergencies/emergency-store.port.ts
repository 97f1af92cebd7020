import type { EmergencyImpactView, NoticeAbout } from '@lianban/contracts';
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
  /**
   * One notice to each office with open work on clocks that this emergency stops, or lets go on, with their number. Once,
   * in the transaction that ends the operation.
   */
  abstract tellOffices(tx: Tx, tenant: string, turn: EmergencyTurn, notice: EmergencyNotice): void;
  abstract clocksToLift(tx: Tx, caseIds: readonly string[], ground: string): Promise<readonly ClockOfCase[]>;
}

/** Which way the clocks under a ground of their ledgers have turned. */
export interface EmergencyTurn {
  readonly ground: string;
  readonly to: 'stopped' | 'running';
}

export interface EmergencyNotice extends Required<Pick<NoticeAbout, 'document' | 'places' | 'reason'>> {
  readonly until?: string;
}

export interface ClockOfCase {
  readonly id: string;
  readonly caseId: string;
}
