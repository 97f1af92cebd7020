import { Webhook } from 'standardwebhooks';

export interface WebhookHeaders {
  readonly id: string | undefined;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

/** Standard Webhooks over the raw text, five minutes of tolerance; any secret of a rotation will do. */
export function isSignedBy(secrets: readonly string[], headers: WebhookHeaders, text: string): boolean {
  const { id, timestamp, signature } = headers;
  if (id === undefined || timestamp === undefined || signature === undefined) return false;
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
