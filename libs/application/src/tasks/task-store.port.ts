import type { TaskRow } from '@lianban/contracts';
import type { ReturnedTask } from '../cases/index.js';
import type { Tx } from '../transaction/index.js';

/** A task as a command needs to judge it, before the case is locked. */
export interface TaskFacts {
  readonly id: string;
  readonly caseId: string;
  readonly token: string;
  readonly node: string;
  readonly officeId: string;
  readonly status: 'open' | 'completed' | 'cancelled';
  readonly assignee?: string;
  readonly assigneeName?: { readonly zh: string; readonly en: string };
  readonly outcome?: string;
  readonly closedAt?: string;
  readonly closedBy?: { readonly id: string; readonly zh: string; readonly en: string };
  readonly officeName: { readonly zh: string; readonly en: string };
  readonly version: number;
  readonly definitionId: string;
  readonly returned?: ReturnedTask;
  /** One of the tasks of a countersigning: the token that holds them. */
  readonly activity?: string;
  /** The task as lists show it. */
  readonly row: TaskRow;
}

/** Who does something with a task, and in whose name where they stand in for somebody (代办). */
export interface TaskHand {
  readonly userId: string;
  readonly onBehalfOf?: { readonly id: string; readonly name: string } | undefined;
}

export abstract class TaskStore {
  abstract facts(tx: Tx, tenant: string, taskId: string): Promise<TaskFacts | undefined>;
  /** Locks the case of the task first, then writes; answers whether the task was open and free. */
  abstract claim(tx: Tx, taskId: string, by: TaskHand): Promise<boolean>;
  abstract release(tx: Tx, taskId: string, by: TaskHand): Promise<boolean>;
  /** Whether somebody has begun to fill in one of these tasks. */
  abstract anyDrafts(tx: Tx, taskIds: readonly string[]): Promise<boolean>;
  /** A signer who is asked again after the round was opened again finds what was begun. */
  abstract carryDrafts(tx: Tx, taskIds: readonly string[]): Promise<void>;
  abstract saveDraft(tx: Tx, taskId: string, userId: string, data: unknown): Promise<void>;
  abstract comment(
    tx: Tx,
    comment: { readonly taskId: string; readonly by: TaskHand; readonly body: string; readonly id: string },
  ): Promise<string>;
  /** Rows for an answer, in the order of the ids. */
  abstract rows(tx: Tx, taskIds: readonly string[]): Promise<readonly TaskRow[]>;
}
