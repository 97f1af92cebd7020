export type MoveKind = 'begins' | 'signalled' | 'left';

/** What one token lives through at one element: what a trace and a run are held against each other by. */
export interface Life {
  readonly element: string;
  /** Path of the scope that holds it; empty for processes and message flows. */
  readonly within: string;
  readonly path: string;
  /** `at` counts the moves of the whole run. */
  readonly moves: { readonly kind: MoveKind; readonly at: number }[];
}
