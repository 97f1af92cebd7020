import { Client } from 'pg';

/**
 * Hears bells (PostgreSQL channels) on one connection of its own; a lost connection is made again, and whoever listens
 * looks by itself too, which covers the gap.
 */
export const listenToBells = (
  url: string,
  bells: Readonly<Record<string, () => void>>,
): (() => Promise<void>) => {
  let client: Client | undefined;
  const listening = new AbortController();
  const connect = async (): Promise<void> => {
    while (!listening.signal.aborted) {
      const attempt = new Client({ connectionString: url });
      const gone = new Promise<void>((resolve) => {
        // Not once: a server that shuts down says so, and then the line breaks, which is an error again.
        attempt.on('error', () => resolve());
        attempt.once('end', () => resolve());
      });
      try {
        await attempt.connect();
        attempt.on('notification', ({ channel }) => bells[channel]?.());
        await attempt.query(
          Object.keys(bells)
            .map((channel) => `LISTEN ${channel}`)
            .join('; '),
        );
        client = attempt;
        await gone;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
  };
  void connect();
  return async () => {
    listening.abort();
    await client?.end().catch(() => undefined);
  };
};
