import type { Json, JsonObject } from '@lianban/kernel';
import type { Duration } from '../plan/clock-definition.js';
import type { MessageLife } from '../state/case-state.js';

/** What a transition must do besides storing the new state, in the order it came about. */
export type Effect =
  | {
      readonly kind: 'task-created';
      readonly task: string;
      readonly node: string;
      readonly input: JsonObject;
      /** One of several instances: its number (from 1) and the item it is for, e.g. a signer. */
      readonly instance?: { readonly counter: number; readonly item?: Json };
    }
  | {
      readonly kind: 'task-closed';
      readonly task: string;
      readonly node: string;
      /** `completed` by a person; `cancelled` by an interrupting event or an end, with `outcome` where it says so. */
      readonly how: 'completed' | 'cancelled';
      readonly outcome?: string;
      /** The operator command that took it away. */
      readonly by?: 'return-to' | 'take-back' | 'remove-signer' | 'move-token' | 'cancel-token';
    }
  /** A step was left for good or for now; judges `metWhen` of its clocks. */
  | { readonly kind: 'activity-completed'; readonly node: string; readonly outcome?: string }
  /** A step was taken away by an interrupting event or an end; `outcome` is what the event closes it as. */
  | { readonly kind: 'activity-cancelled'; readonly node: string; readonly outcome?: string }
  | {
      readonly kind: 'timer-armed';
      readonly wait: string;
      readonly node: string;
      readonly timer: ArmedTimer;
    }
  | { readonly kind: 'wait-closed'; readonly wait: string }
  | {
      readonly kind: 'message-awaited';
      readonly wait: string;
      readonly node: string;
      readonly message: string;
    }
  | {
      readonly kind: 'signal-awaited';
      readonly wait: string;
      readonly node: string;
      readonly signal: string;
    }
  /** A signal of `plan.signals`. Has reached its own case already; other cases are told by whoever applies the effect. */
  | { readonly kind: 'signal-thrown'; readonly signal: string; readonly node: string }
  | {
      readonly kind: 'message-thrown';
      readonly message: string;
      readonly node: string;
      readonly data: JsonObject;
    }
  | { readonly kind: 'script-done'; readonly node: string; readonly value: Json }
  | { readonly kind: 'case-suspended'; readonly ground: string }
  | { readonly kind: 'case-resumed' }
  | {
      readonly kind: 'service-requested';
      readonly token: string;
      readonly node: string;
      readonly implementation:
        | { readonly kind: 'conductor'; readonly operation: string }
        | { readonly kind: 'local'; readonly service: string };
      readonly input: JsonObject;
    }
  | { readonly kind: 'service-cancelled'; readonly token: string; readonly node: string }
  | {
      readonly kind: 'service-deferred';
      readonly token: string;
      readonly node: string;
      readonly retryInSeconds: number;
    }
  | { readonly kind: 'milestone'; readonly name: string; readonly at: string }
  /** The completion that recorded it was taken back: it is as if it had never been. */
  | { readonly kind: 'milestone-withdrawn'; readonly name: string }
  | {
      readonly kind: 'clock-stop';
      readonly action: 'stop' | 'resume';
      readonly ground: string;
      readonly node: string;
    }
  | {
      readonly kind: 'event-emitted';
      readonly type: string;
      readonly data: JsonObject;
      readonly node: string;
    }
  /** With `life`: a stimulus `expire-messages` is due at its end. */
  | {
      readonly kind: 'message-buffered';
      readonly message: string;
      readonly event: Json;
      readonly life?: MessageLife;
    }
  /** `life`: it was kept until now. */
  | {
      readonly kind: 'message-consumed';
      readonly message: string;
      readonly node: string;
      readonly event: Json;
      readonly life?: MessageLife;
    }
  /** A message that was kept, and nothing took: its time was over, or the case ended. */
  | {
      readonly kind: 'message-unused';
      readonly message: string;
      readonly event: Json;
      readonly receivedAt: string;
      readonly why: 'expired' | 'case-ended';
      readonly life?: MessageLife;
    }
  | {
      readonly kind: 'incident';
      readonly node: string;
      readonly token: string;
      readonly code: string;
      readonly message: string;
    }
  | { readonly kind: 'node-passed'; readonly node: string }
  | { readonly kind: 'case-ended'; readonly how: 'completed' | 'terminated'; readonly outcome?: string };

/** A timer with nothing left to evaluate. `after`: counts from this instant instead of from now (cycles). */
export type ArmedTimer =
  | {
      readonly kind: 'business';
      readonly duration: Duration;
      readonly from?: string;
      readonly after?: string;
    }
  | { readonly kind: 'elapsed'; readonly iso: string }
  | { readonly kind: 'at'; readonly at: string };
