import type { Text2 } from '@lianban/contracts';
import type { DeliveryFailure } from '../outside-deliveries/delivery-failure.js';
import type { Tx } from '../transaction/index.js';

/** What the unified to-do list should show of a task now. */
export interface UnifiedTodo {
  /** The task: one to-do for its whole life. */
  readonly taskId: string;
  /** Grows with every change: the list keeps the highest it has seen. */
  readonly revision: number;
  /** `withdraw` once nobody has anything to do: completed, cancelled. */
  readonly act: 'push' | 'withdraw';
  readonly caseNo: string;
  readonly step: Text2;
  readonly officeId: string;
  /** The person who claimed it; absent: anybody of the office. */
  readonly username?: string;
  readonly dueAt?: string;
  readonly attempts: number;
}

export abstract class TodoStore {
  /** Notes from now on what becomes of tasks, and what is open already; or no more. */
  abstract keep(tx: Tx, tenant: string, isKept: boolean): Promise<void>;
  /**
   * Hands what is to be told to the outbox, until `limit` are in hand there: everything else in the outbox goes by the same
   * door, and a list that is switched on over a million open tasks must not stand before it. Answers how many.
   */
  abstract hand(tx: Tx, tenant: string, limit: number): Promise<number>;
  /** Counted as one attempt more; undefined where the list knows it all. */
  abstract attempt(tx: Tx, taskId: string): Promise<UnifiedTodo | undefined>;
  abstract told(tx: Tx, todo: UnifiedTodo, receipt: string): Promise<void>;
  /** Unless there is something newer to tell by now. */
  abstract tryLater(tx: Tx, todo: UnifiedTodo, failure: DeliveryFailure): Promise<void>;
  abstract giveUp(tx: Tx, todo: UnifiedTodo, failure: DeliveryFailure): Promise<void>;
}
