/** Names an expression may read besides the variables in scope, for the node it stands on. */
export type LocalVariables = Readonly<Record<string, unknown>>;

/** One thing left to do within a step. Work is taken depth first, so that effects come in causal order. */
export type Work =
  | { readonly kind: 'enter'; readonly token: string; readonly via?: string }
  /** An activity begins whose conditional boundary events were served first. */
  | { readonly kind: 'begin'; readonly token: string }
  | { readonly kind: 'leave'; readonly token: string; readonly locals: LocalVariables }
  | { readonly kind: 'request'; readonly token: string }
  /** What an armed condition waited for is so. */
  | { readonly kind: 'fire'; readonly wait: string }
  /** The next of the results of an event that throws several. */
  | { readonly kind: 'throw'; readonly token: string; readonly part: number }
  | { readonly kind: 'settle-scope'; readonly scope: string }
  /** Something inside an ad-hoc sub-process was completed. */
  | { readonly kind: 'settle-ad-hoc'; readonly scope: string }
  | { readonly kind: 'finish-loop'; readonly token: string }
  /** The next step of a compensation. */
  | { readonly kind: 'undo'; readonly run: string };
