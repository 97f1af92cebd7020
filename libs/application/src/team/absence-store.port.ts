import type { AbsenceView } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { Tx } from '../transaction/index.js';

export interface NewAbsence {
  readonly id: string;
  readonly person: string;
  readonly standIn: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export abstract class AbsenceStore {
  /** Absences of these people that last or are to come, the nearest first. */
  abstract coming(tx: Tx, userIds: readonly string[]): Promise<readonly AbsenceView[]>;
  /**
   * Records it and tells both. Answers what is in the way, under a lock of both people: the person is away at that time
   * already, or the stand-in is, or is away with somebody else standing in for them.
   */
  abstract record(
    tx: Tx,
    actor: Actor,
    absence: NewAbsence,
  ): Promise<'recorded' | 'overlaps' | 'stand-in-away'>;
  abstract find(tx: Tx, tenant: string, id: string): Promise<{ readonly person: string } | undefined>;
  /** 销假: from this instant the person acts alone again; answers whether it had not ended. */
  abstract end(tx: Tx, actor: Actor, id: string): Promise<boolean>;
}
