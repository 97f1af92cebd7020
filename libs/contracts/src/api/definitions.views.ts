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

/** What a process is judged against before it is published: the lists of the house, and what it calls. */
export interface HouseView {
  readonly departments: readonly string[];
  readonly inspectors: readonly string[];
  readonly ladders: readonly { readonly code: string; readonly serves: string }[];
  readonly localServices: readonly string[];
  readonly operations: readonly string[];
  readonly taskRules: readonly string[];
  readonly events: readonly string[];
  readonly callable: readonly {
    readonly key: string;
    readonly version: number;
    readonly current: boolean;
    /** As it was compiled. */
    readonly plan: unknown;
  }[];
}
