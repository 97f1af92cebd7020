import type { CloudEvent } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { Tx } from '../transaction/index.js';

/** What the demo looks up to act as its people. Never used outside of a demo. */
export abstract class DemoDesk {
  abstract person(username: string): Promise<Actor | undefined>;
  abstract openTask(
    tx: Tx,
    caseId: string,
    node: string,
  ): Promise<{ readonly id: string; readonly version: number } | undefined>;
  /** The last event of this type about this institution that our own services put out. */
  abstract lastEvent(tx: Tx, type: string, institutionId: string): Promise<CloudEvent | undefined>;
}
