import type { Text2 } from './page.views.js';

/** 管辖争议: two offices of which one says that the task is the other's. */
export interface DisputeView {
  readonly id: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly caseTitle: string;
  readonly taskId: string;
  readonly step: Text2;
  readonly raisingOffice: { readonly id: string; readonly name: Text2 };
  readonly otherOffice: { readonly id: string; readonly name: Text2 };
  readonly raisedBy: Text2;
  readonly raisedAt: string;
  readonly reason: string;
  /** When the common superior has to have designated one of them. */
  readonly dueAt: string;
}

export interface DisputeDone {
  readonly disputeId: string;
}
