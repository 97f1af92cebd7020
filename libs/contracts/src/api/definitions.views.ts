import type { Text2 } from './page.views.js';

export interface DefinitionRow {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly name: Text2;
  readonly complete: boolean;
  readonly incompleteNote?: Text2;
  readonly publishedAt: string;
  readonly openCases: number;
  readonly pack: string;
  /** Events that open a case of it. */
  readonly startedBy: readonly { readonly type: string; readonly name?: Text2 }[];
}
