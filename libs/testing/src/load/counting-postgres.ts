import { connect, createServer, type Socket } from 'node:net';

interface PostgresTraffic {
  /** Messages that wait for an answer. */
  readonly roundTrips: number;
  readonly statements: number;
}

/** What lies between a client and PostgreSQL: passes everything on and counts what the client asks. */
export interface CountingPostgres {
  /** The same database, by way of the counter. */
  readonly url: string;
  /** What was asked while `act` ran. */
  during(act: () => Promise<unknown>): Promise<PostgresTraffic>;
  close(): Promise<void>;
}

export async function countPostgres(databaseUrl: string): Promise<CountingPostgres> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let roundTrips = 0;
  let statements = 0;
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    const hear = messageTypes((type) => {
      if (type === 'Q' || type === 'S') roundTrips += 1;
      if (type === 'Q' || type === 'E') statements += 1;
    });
    client.on('data', hear);
    client.pipe(database).pipe(client);
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  const port = await new Promise<number>((resolve) => {
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const url = new URL(databaseUrl);
  url.port = String(port);
  return {
    url: url.href,
    during: async (act) => {
      const before = { roundTrips, statements };
      await act();
      return { roundTrips: roundTrips - before.roundTrips, statements: statements - before.statements };
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The types of a client's messages as they come; the first one, the startup message, has none. */
function messageTypes(hear: (type: string) => void): (chunk: Buffer) => void {
  let kept = Buffer.alloc(0);
  let started = false;
  return (chunk) => {
    kept = Buffer.concat([kept, chunk]);
    for (;;) {
      const typeBytes = started ? 1 : 0;
      if (kept.length < typeBytes + 4) return;
      const length = typeBytes + kept.readInt32BE(typeBytes);
      if (kept.length < length) return;
      if (started) hear(String.fromCharCode(kept[0] ?? 0));
      started = true;
      kept = kept.subarray(length);
    }
  };
}
