import type { Json, JsonObject } from '@lianban/kernel';

/**
 * What a person with the right to it does to a running case beside completing tasks. Each is a stimulus like any
 * other, so that its preview is the step itself, not stored.
 */
export type OperatorCommand =
  /** 退回: from an open task to an earlier step, which is walked again from there or comes straight back to the task. */
  | {
      readonly kind: 'return-to';
      readonly task: string;
      readonly node: string;
      readonly then: 'walk-again' | 'come-back';
    }
  /** 撤回: undoes the completion of a task while nothing that came of it has acted. `task` is its token. */
  | { readonly kind: 'take-back'; readonly task: string }
  /** 加签: one more signer of a countersigned task; `activity` is the token that holds its instances. */
  | { readonly kind: 'add-signer'; readonly activity: string; readonly item: Json }
  /** 减签: one signer less; `task` is the token of an open instance. */
  | { readonly kind: 'remove-signer'; readonly task: string }
  /** 中止: nothing moves until `resume`; what comes meanwhile is refused (people) or kept (messages, timers). */
  | { readonly kind: 'suspend'; readonly ground: string }
  | { readonly kind: 'resume' }
  /** 跳转: takes the token away with all that hangs on it and enters another node. */
  | { readonly kind: 'move-token'; readonly token: string; readonly node: string }
  | { readonly kind: 'insert-token'; readonly node: string; readonly scope?: string }
  | { readonly kind: 'cancel-token'; readonly token: string }
  | { readonly kind: 'set-data'; readonly values: JsonObject; readonly scope?: string };
