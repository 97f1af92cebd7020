import type { Json, JsonObject } from '@lianban/kernel';
import type { OperatorCommand } from './operator-command.js';

/** What may move a case. Each has an id outside of this type; the transition applies an id once. */
export type Stimulus =
  | { readonly kind: 'start'; readonly startEvent: string; readonly data: JsonObject; readonly event?: Json }
  /** `task` is the token id; `data` are the assignments of the form. */
  | {
      readonly kind: 'complete-task';
      readonly task: string;
      readonly outcome?: string;
      readonly data: JsonObject;
      /** Set by name besides: the nearest variable of that name, else case data. */
      readonly variables?: JsonObject;
    }
  | { readonly kind: 'message'; readonly message: string; readonly event: Json }
  /** Thrown by another case. */
  | { readonly kind: 'signal'; readonly signal: string; readonly event: Json }
  /** A due row fired: `wait` is the id of the timer wait, `due` the instant it was armed for (cycles count on from it). */
  | { readonly kind: 'timer'; readonly wait: string; readonly due?: string }
  /** The time of a message that is kept is over; any other stimulus looks as well. */
  | { readonly kind: 'expire-messages' }
  /** What a service answers; an `error` may also end the task of a person. */
  | { readonly kind: 'service-result'; readonly token: string; readonly result: ServiceResult }
  /** A person asks that a failed node be tried again. */
  | { readonly kind: 'retry-incident'; readonly token: string }
  /** Somebody begins an activity of an ad-hoc sub-process (once more); `scope` is the scope of its inside. */
  | { readonly kind: 'start-activity'; readonly scope: string; readonly node: string }
  | OperatorCommand;

export type ServiceResult =
  | { readonly kind: 'done'; readonly data: JsonObject; readonly variables?: JsonObject }
  | { readonly kind: 'error'; readonly code: string; readonly data: JsonObject }
  /** Local services only: ask again after so many seconds. */
  | { readonly kind: 'not-yet'; readonly retryInSeconds: number };
