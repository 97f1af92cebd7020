import type { DocumentView } from './cases.views.js';
import type { Text2 } from './page.views.js';
import type { InstitutionRow } from './registry.views.js';

/** The institution's own portal: where it stands in plain words, and what is asked of it. */
export interface PortalView {
  readonly institution: InstitutionRow;
  readonly case?: {
    readonly id: string;
    readonly caseNo: string;
    readonly status: 'open' | 'ended';
    readonly outcome?: string;
  };
  readonly standing: Text2;
  readonly next?: { readonly act: 'file' | 'supplement'; readonly text: Text2; readonly dueAt?: string };
  readonly missing: readonly { readonly item: string; readonly name: Text2; readonly reason?: string }[];
  readonly steps: readonly {
    readonly name: Text2;
    readonly state: 'done' | 'current' | 'waiting';
    readonly at?: string;
  }[];
  readonly filing?: {
    readonly id: string;
    readonly form: Readonly<Record<string, unknown>>;
    readonly submittedAt?: string;
  };
  readonly documents: readonly DocumentView[];
  readonly notices: readonly { readonly id: string; readonly at: string; readonly text: Text2 }[];
}
