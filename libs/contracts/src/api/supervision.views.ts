import type { Text2 } from './page.views.js';

export interface SupervisionBoard {
  readonly dueToday: number;
  readonly dueSoon: number;
  readonly overdue: number;
  /** Cases with a clock that stands still, such as in a supplement round. */
  readonly paused: number;
  readonly openCases: number;
  readonly openIncidents: number;
  readonly registrationsWithoutCase: number;
  readonly byOffice: readonly {
    readonly office: { readonly id: string; readonly name: Text2 };
    readonly open: number;
    readonly dueSoon: number;
    readonly overdue: number;
  }[];
  /** The worst case: who holds it, since when, why due then, which rung next. */
  readonly worst?: {
    readonly caseId: string;
    readonly caseNo: string;
    readonly title: string;
    readonly taskId: string;
    /** False where nothing is late: then it is the task that is due first. */
    readonly isLate: boolean;
    readonly sentence: Text2;
  };
}
