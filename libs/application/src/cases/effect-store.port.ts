import type { JsonObject } from '@lianban/kernel';
import type { ServiceResult } from '@lianban/process-runtime';
import type { Tx } from '../transaction/index.js';

/** Work for another system that a case asked for. */
export interface EffectRow {
  readonly id: string;
  readonly tenant: string;
  readonly caseId: string;
  readonly token: string;
  readonly node: string;
  readonly operation: string;
  readonly input: JsonObject;
  readonly state: 'open' | 'held' | 'done' | 'cancelled' | 'incident';
  readonly attempts: number;
  readonly lastError?: string;
}

export interface OpenIncident {
  readonly id: string;
  readonly caseId: string;
  readonly node: string;
  readonly token: string;
  readonly effectId?: string;
  readonly code: string;
  readonly resolved: boolean;
}

export abstract class EffectStore {
  abstract find(tx: Tx, id: string): Promise<EffectRow | undefined>;
  /** The same under the lock of its case. */
  abstract lock(tx: Tx, id: string): Promise<EffectRow | undefined>;
  /** Sets the state under the lock of the case; answers false where it was not in one of `from`. */
  abstract settle(
    tx: Tx,
    id: string,
    from: readonly EffectRow['state'][],
    to: EffectRow['state'],
    more: { readonly attempts?: number; readonly lastError?: string; readonly result?: JsonObject },
  ): Promise<boolean>;
  /** Answers that came while the case was suspended, oldest first. */
  abstract held(
    tx: Tx,
    caseId: string,
  ): Promise<readonly { readonly id: string; readonly token: string; readonly result: ServiceResult }[]>;
  /** Keeps an answer that came too late to move the case, and says so in the trail. */
  abstract noteLate(tx: Tx, effect: EffectRow, answer: JsonObject): Promise<void>;
  /** Notes that somebody works on the effect, and how the last try failed. */
  abstract touch(tx: Tx, id: string, attempt?: number, failure?: string): Promise<void>;
  /** Open effects nobody has touched for so many seconds. */
  abstract forgotten(
    tx: Tx,
    seconds: number,
    limit: number,
  ): Promise<readonly { readonly id: string; readonly caseId: string }[]>;
  abstract openIncident(
    tx: Tx,
    incident: {
      readonly id: string;
      readonly effect: EffectRow;
      readonly code: string;
      readonly message: string;
    },
  ): Promise<void>;
  /** The incident under the lock of its case. */
  abstract lockIncident(tx: Tx, tenant: string, id: string): Promise<OpenIncident | undefined>;
  abstract resolveIncident(
    tx: Tx,
    id: string,
    resolution: 'retry' | 'skip' | 'answer',
    by: string,
    note: string,
  ): Promise<void>;
  /** Opens an effect of an incident again and hands it to a conductor. */
  abstract reopen(tx: Tx, effect: EffectRow): Promise<void>;
}
