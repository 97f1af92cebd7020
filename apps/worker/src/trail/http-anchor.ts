import type { Anchor } from '@lianban/application';
import { anchorLine, type SignedHeader } from '@lianban/trail';

const PATIENCE_MS = 10_000;

/**
 * Batches posted to somebody else's machine as lines of JSON. What was not taken is posted again by the next round, so
 * the other side may get a batch twice.
 */
export class HttpAnchor implements Anchor {
  readonly place = 'endpoint';

  constructor(private readonly url: string) {}

  async put(batches: readonly SignedHeader[]): Promise<void> {
    const answer = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: batches.map(anchorLine).join(''),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`The anchor endpoint answered ${answer.status}.`);
  }
}
