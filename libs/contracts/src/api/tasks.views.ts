import type { CasePreview, SuspensionView } from './standing.views.js';
import type { ClockView } from './clocks.views.js';
import type { Text2 } from './page.views.js';

export type DueMark = 'none' | 'due-soon' | 'overdue' | 'paused';

export interface TaskRow {
  readonly id: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly caseTitle: string;
  readonly stepNo?: string;
  readonly name: Text2;
  readonly office: { readonly id: string; readonly name: Text2 };
  readonly assignee?: { readonly id: string; readonly name: Text2 };
  readonly createdAt: string;
  readonly dueAt?: string;
  readonly mark: DueMark;
  readonly workingDaysLeft?: number;
  readonly provisional?: boolean;
  readonly status: 'open' | 'completed' | 'cancelled';
  readonly outcome?: string;
  readonly closedAt?: string;
  readonly version: number;
  /** Its case is suspended: nobody can complete it. */
  readonly suspended?: Omit<SuspensionView, 'groundText'>;
}

export interface InboxCounts {
  /** Capped: 1000 means "999+". */
  readonly office: number;
  readonly mine: number;
  readonly overdue: number;
  readonly dueSoon: number;
}

export interface TaskDetail extends TaskRow {
  readonly definitionKey: string;
  readonly node: string;
  readonly role?: string;
  /** form-js schemas by language, and the data the form opens with (draft, else input). */
  readonly form?: { readonly zh: unknown; readonly en: unknown };
  readonly formData: Readonly<Record<string, unknown>>;
  readonly outcomes: readonly TaskOutcomeView[];
  /** Who completed it; absent while it is open, and where the process closed it. */
  readonly closedBy?: Text2;
  readonly clocks: readonly ClockView[];
  /** The step was done before and came back: why, by whom, from which step. */
  readonly returned?: ReturnedView;
  /** It may still be sent back (退件) to the unit that handed it over. */
  readonly handedOver?: HandedOver;
  /** Why is this mine: event, routing rule and its version. */
  readonly whyMine: Text2;
  readonly may: {
    readonly claim: boolean;
    readonly release: boolean;
    readonly complete: boolean;
    readonly sendBack: boolean;
  };
}

/** 转办: from which office of another unit, by whom and why. */
export interface HandedOver {
  readonly id: string;
  readonly from: Text2;
  readonly by: Text2;
  readonly reason: string;
  readonly at: string;
  /** One working day: after it the task is the receiving unit's for good. */
  readonly returnUntil: string;
}

export interface ReturnedView {
  readonly reason: string;
  readonly by: string;
  readonly from: Text2;
  /** `come-back`: completing it leads straight back to that step. */
  readonly then: 'walk-again' | 'come-back' | 'take-back';
}

export interface TaskOutcomeView {
  readonly code: string;
  readonly name: Text2;
  /** A legal act: the screen shows its consequence before it is done. */
  readonly legal: boolean;
  /** The opinion must say why. */
  readonly reasonRequired: boolean;
}

/** What completing a task would do. */
export type CompletionPreview = CasePreview;
