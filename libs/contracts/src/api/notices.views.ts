import type { Text2 } from './page.views.js';

/** One clock of a list of warnings. */
export interface NoticeItem {
  readonly caseId: string;
  readonly caseNo: string;
  readonly clockName: Text2;
  readonly ladder: string;
  readonly level: string;
  readonly action: Text2;
  readonly dueAt: string;
}

/** What a notice is about: whatever of it the kind has. */
export interface NoticeAbout extends Partial<NoticeItem> {
  /** How many clocks a list counts, of which `items` names the first; how many an emergency stops or lets go on. */
  readonly count?: number;
  readonly items?: readonly NoticeItem[];
  readonly taskId?: string;
  readonly orderId?: string;
  /** Kind of the paper an order is. */
  readonly kind?: string;
  readonly number?: string;
  readonly reason?: string;
  readonly decision?: string;
  readonly calendar?: string;
  readonly moved?: number;
  readonly becomeOverdue?: number;
  readonly becomeInTime?: number;
  /** The order that an emergency goes back to, the districts it names, and when it ends, where that is known. */
  readonly document?: string;
  readonly places?: readonly Text2[];
  readonly until?: string;
}

/** Something a person or one of their offices was told. */
export interface NoticeView {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  /** By this person; a notice to an office is read by each of its people for themselves. */
  readonly isRead: boolean;
  /** Absent where it went to the person alone. */
  readonly office?: { readonly id: string; readonly name: Text2 };
  readonly case?: { readonly id: string; readonly no: string; readonly title: string };
  readonly about: NoticeAbout;
}

/** Unread notices, counted to 100. */
export interface NoticeCount {
  readonly unread: number;
}
