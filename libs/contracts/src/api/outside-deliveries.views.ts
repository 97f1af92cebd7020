import type { NoticeChannel, OutsideDeliveryParams } from './notice-preferences.requests.js';
import type { Text2 } from './page.views.js';

/** Known causes of a failed delivery; each has a sentence in both languages. */
export const DELIVERY_CAUSES = [
  'connection-refused',
  'timeout',
  'host-unknown',
  'tls',
  'http-client-error',
  'http-server-error',
  'mailbox-refused',
  'mail-refused',
  'mail-server-busy',
  'channel-off',
] as const;
export type DeliveryCause = (typeof DELIVERY_CAUSES)[number];

/** What became of a message that left the house, or is about to. */
export interface MessageState {
  readonly id: string;
  readonly state: 'waiting' | 'sent' | 'gave-up';
  readonly attempts: number;
  /** What whoever took it answered. */
  readonly receipt?: string;
  readonly failure?: string;
  readonly cause?: DeliveryCause;
}

/** A delivery that was given up: nobody tries it again until an administrator says so. */
export interface FailedDelivery extends OutsideDeliveryParams {
  /** Absent for the unified to-do list. */
  readonly channel?: NoticeChannel;
  readonly gaveUpAt: string;
  readonly attempts: number;
  /** In the words of whoever was asked, or of the network. */
  readonly failure: string;
  /** Absent where none of the known ones. */
  readonly cause?: DeliveryCause;
  /** To whom a message went. */
  readonly person?: Text2;
  /** What a to-do is about. */
  readonly case?: { readonly id: string; readonly no: string };
}
