import type { DeliveryReceipt, NoticeMessage } from './message-store.port.js';

/** Carries messages out of the house. No legal act depends on one. */
export abstract class NoticeChannels {
  /**
   * Answers the receipt of whoever took the message. May be asked twice for the same id.
   * @throws AppException of the kind `unavailable` where it is worth trying again.
   */
  abstract send(message: NoticeMessage): Promise<string>;
  /** What a gateway knows of messages it took; those of which it knows nothing yet are left out. */
  abstract receipts(messageIds: readonly string[]): Promise<readonly DeliveryReceipt[]>;
}
