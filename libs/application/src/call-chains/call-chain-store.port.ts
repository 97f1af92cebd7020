import type { Actor } from '@lianban/domain';
import type { Tx } from '../transaction/index.js';

export abstract class CallChainStore {
  /**
   * Notes the call to whoever stands at this place among those the level told, with a notice that is never digested;
   * false where somebody has acknowledged, or the clock no longer runs. A place is called once.
   */
  abstract call(tx: Tx, clockId: string, level: string, place: number): Promise<boolean>;
  /** One open incident a chain. */
  abstract unanswered(tx: Tx, clockId: string, level: string): Promise<void>;
  /** Case of the clock and whether this person was told of it; undefined where there is no such clock. */
  abstract told(
    tx: Tx,
    tenant: string,
    clockId: string,
    userId: string,
  ): Promise<{ readonly caseId: string; readonly wasTold: boolean } | undefined>;
  /** Once a person; writes the trail, and an outbox row for each chain of the clock. */
  abstract acknowledge(tx: Tx, actor: Actor, clockId: string): Promise<void>;
}
