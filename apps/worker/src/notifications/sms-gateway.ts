import type { DeliveryReceipt, NoticeMessage } from '@lianban/application';
import { z } from 'zod';
import { messageText } from './message-text.js';
import { postJson } from './post-json.js';

const taken = z.object({ receipt: z.string() });
const asked = z.object({
  receipts: z.array(z.object({ id: z.string(), delivery: z.enum(['delivered', 'undelivered']) })),
});

/** Text messages by a gateway: `POST …/messages` hands one over, `POST …/receipts` asks what became of some. */
export class SmsGateway {
  constructor(
    /** Ends in a slash. */
    private readonly url: URL,
    private readonly token: string | undefined,
  ) {}

  async send(message: NoticeMessage, productUrl: string): Promise<string> {
    const { shortText } = messageText(message, productUrl);
    const body = JSON.stringify({ id: message.id, to: message.address, text: shortText });
    const { text } = await postJson(new URL('messages', this.url), body, {
      ...this.authorisation(),
      'idempotency-key': message.id,
    });
    return taken.parse(JSON.parse(text)).receipt;
  }

  async receipts(ids: readonly string[]): Promise<readonly DeliveryReceipt[]> {
    const { text } = await postJson(
      new URL('receipts', this.url),
      JSON.stringify({ ids }),
      this.authorisation(),
    );
    const known = new Set(ids);
    return asked.parse(JSON.parse(text)).receipts.filter(({ id }) => known.has(id));
  }

  private authorisation(): Readonly<Record<string, string>> {
    return this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
  }
}
