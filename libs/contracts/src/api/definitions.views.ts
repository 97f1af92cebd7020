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

/** A decision model as it was published with its process. */
export interface DecisionFile {
  readonly name: string;
  /** DMN. */
  readonly xml: string;
}

/** What a process is judged against before it is published: the lists of the house, and what it calls. */
export interface HouseView {
  readonly departments: readonly string[];
  readonly inspectors: readonly string[];
  readonly ladders: readonly { readonly code: string; readonly serves: string }[];
  readonly localServices: readonly string[];
  readonly operations: readonly string[];
  readonly taskRules: readonly string[];
  /** Types of events, each with the JSON Schema of its data. */
  readonly events: readonly { readonly type: string; readonly schema: object }[];
  readonly callable: readonly {
    readonly key: string;
    readonly version: number;
    readonly current: boolean;
    /** As it was compiled. */
    readonly plan: unknown;
  }[];
}
