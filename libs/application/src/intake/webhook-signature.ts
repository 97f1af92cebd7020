import { Webhook } from 'standardwebhooks';

export interface WebhookHeaders {
  readonly id: string | undefined;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

/** Standard Webhooks: how far the sender's clock may be from ours, in seconds, either way. */
const tolerance = 5 * 60;

/** What can be told of a signature before it is known who the sender is. */
export function faultOfHeaders(headers: WebhookHeaders, now: Date): 'missing' | 'out-of-time' | undefined {
  const { id, timestamp, signature } = headers;
  if ([id, timestamp, signature].some((header) => header === undefined || header === '')) return 'missing';
  const apart = Math.abs(now.getTime() / 1000 - Number(timestamp));
  return apart > tolerance ? 'out-of-time' : undefined;
}

/** Standard Webhooks over the raw text; any secret of a rotation will do. */
export function isSignedBy(secrets: readonly string[], headers: WebhookHeaders, text: string): boolean {
  const { id = '', timestamp = '', signature = '' } = headers;
  const signed = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  return secrets.some((secret) => {
    try {
      new Webhook(secret).verify(text, signed, { jsonParse: false });
      return true;
    } catch {
      return false;
    }
  });
}
