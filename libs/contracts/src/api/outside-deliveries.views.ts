import type { NoticeChannel, OutsideDeliveryParams } from './notice-preferences.requests.js';
import type { Text2 } from './page.views.js';

/** What became of a message that left the house, or is about to. */
export interface MessageState {
  readonly id: string;
  readonly state: 'waiting' | 'sent' | 'gave-up';
  readonly attempts: number;
  /** What whoever took it answered. */
  readonly receipt?: string;
  readonly failure?: string;
}

/** A delivery that was given up: nobody tries it again until an administrator says so. */
export interface FailedDelivery extends OutsideDeliveryParams {
  /** Absent for the unified to-do list. */
  readonly channel?: NoticeChannel;
  readonly gaveUpAt: string;
  readonly attempts: number;
  readonly failure: string;
  /** To whom a message went. */
  readonly person?: Text2;
  /** What a to-do is about. */
  readonly case?: { readonly id: string; readonly no: string };
}
