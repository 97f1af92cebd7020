import type { Text2 } from './page.views.js';
import type { HandedOver } from './tasks.views.js';

/** 代办: while it lasts, `standIn` works in the name of `person`. */
export interface AbsenceView {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: Text2 };
  readonly standIn: { readonly id: string; readonly name: Text2 };
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly isNow: boolean;
}

/** One person of a unit; figures of a person stay in the unit. */
export interface TeamMember {
  readonly id: string;
  readonly name: Text2;
  /** Offices of the unit in which the person holds a post, and which. */
  readonly posts: readonly { readonly office: string; readonly post: string }[];
  readonly open: number;
  readonly dueSoon: number;
  readonly overdue: number;
  readonly doneThisMonth: number;
  /** Absences that last or are to come, the nearest first. */
  readonly absences: readonly AbsenceView[];
}

/** 转办: what another unit handed over and may still be sent back. */
export interface HandoverView extends HandedOver {
  readonly taskId: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly caseTitle: string;
  readonly step: Text2;
  readonly to: Text2;
}

/** A unit (a department in a district) as its heads see it. */
export interface TeamView {
  readonly offices: readonly {
    readonly id: string;
    readonly name: Text2;
    readonly open: number;
    readonly unclaimed: number;
  }[];
  readonly members: readonly TeamMember[];
  readonly received: readonly HandoverView[];
}

/** One task of a selection: moved or to be moved, or why not. */
export interface MoveRow {
  readonly taskId: string;
  readonly caseNo?: string;
  readonly caseTitle?: string;
  readonly step?: Text2;
  readonly refused?: { readonly code: string; readonly why: Text2 };
}

export interface MoveReport {
  readonly rows: readonly MoveRow[];
  /** The clock of a task goes on whoever holds it; with 转办, until when it may be sent back. */
  readonly returnUntil?: string;
}

export interface AbsenceDone {
  readonly absenceId: string;
}

export interface SendBackDone {
  readonly taskId: string;
}
