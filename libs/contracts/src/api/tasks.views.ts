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
  /** Why is this mine: event, routing rule and its version. */
  readonly whyMine: Text2;
  readonly may: { readonly claim: boolean; readonly release: boolean; readonly complete: boolean };
}

export interface TaskOutcomeView {
  readonly code: string;
  readonly name: Text2;
  /** A legal act: the screen shows its consequence before it is done. */
  readonly legal: boolean;
  /** The opinion must say why. */
  readonly reasonRequired: boolean;
}

/** What completing a task would do: found by doing it in a transaction that is rolled back. */
export interface CompletionPreview {
  readonly opens: readonly { readonly name: Text2; readonly office: Text2; readonly dueAt?: string }[];
  readonly cancels: readonly { readonly name: Text2; readonly office: Text2 }[];
  readonly documents: readonly Text2[];
  readonly clocks: readonly {
    readonly name: Text2;
    readonly change: 'started' | 'stopped' | 'resumed' | 'met' | 'cancelled' | 'goes-on';
    readonly dueAt?: string;
  }[];
  /** Whom the case waits for next that is no office here. */
  readonly waits: readonly { readonly name: Text2; readonly holder: Text2 }[];
  readonly ended?: { readonly outcome?: string };
}
