import type { HandoverView, TaskRow, Text2 } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { InboxCursor } from '../inbox/index.js';
import type { Tx } from '../transaction/index.js';

export interface PersonLoad {
  readonly id: string;
  readonly open: number;
  readonly dueSoon: number;
  readonly overdue: number;
  readonly done: number;
}

export interface OfficeBacklog {
  readonly id: string;
  readonly name: Text2;
  readonly open: number;
  readonly unclaimed: number;
}

/** A hand-over that was not sent back, and how the task stands. */
export interface OpenHandover {
  readonly id: string;
  readonly caseId: string;
  readonly taskId: string;
  readonly fromOffice: string;
  readonly toOffice: string;
  readonly isInTime: boolean;
  /** Open, and still where it was handed to. */
  readonly isOpen: boolean;
  readonly assignee?: { readonly id: string; readonly name: Text2 };
}

export interface Move {
  readonly taskId: string;
  readonly actor: Actor;
  /** Name of the absent colleague as whom the actor may do it. */
  readonly onBehalfOf: string | undefined;
  readonly reason: string;
}

export interface OfficeOfMove {
  readonly id: string;
  readonly department: string;
  readonly district: string;
}

/** Tasks of a unit: who has how many, and what moves them. The caller judges; each write answers whether it applied. */
export abstract class TeamStore {
  abstract now(tx: Tx): Promise<string>;
  abstract loads(
    tx: Tx,
    userIds: readonly string[],
    officeIds: readonly string[],
    monthBegan: string,
  ): Promise<readonly PersonLoad[]>;
  abstract backlogs(tx: Tx, tenant: string, officeIds: readonly string[]): Promise<readonly OfficeBacklog[]>;
  abstract tasks(
    tx: Tx,
    tenant: string,
    of: { readonly person?: string; readonly officeIds: readonly string[] },
    after: InboxCursor | undefined,
    limit: number,
  ): Promise<readonly TaskRow[]>;
  /** Locks the cases of the tasks, in one order for everybody. */
  abstract lockCases(tx: Tx, taskIds: readonly string[]): Promise<void>;
  /** 转派: court and holder in the same instant. */
  abstract assign(tx: Tx, move: Move, to: string): Promise<boolean>;
  /** 转办: court and office in the same instant; nobody holds it there yet. */
  abstract handOver(tx: Tx, move: Move, to: OfficeOfMove, id: string, returnUntil: string): Promise<boolean>;
  abstract received(tx: Tx, tenant: string, officeIds: readonly string[]): Promise<readonly HandoverView[]>;
  /** Under the lock of its case. */
  abstract lockHandover(tx: Tx, tenant: string, id: string): Promise<OpenHandover | undefined>;
  /** 退件: back to the office it came from. */
  abstract sendBack(
    tx: Tx,
    handover: OpenHandover,
    to: OfficeOfMove,
    by: Omit<Move, 'taskId'>,
  ): Promise<void>;
}
