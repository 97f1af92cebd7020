const mostPerPerson = 8;
const most = 10_000;

interface Connection {
  evict: () => void;
}

export interface LiveSlot {
  onEvict(end: () => void): void;
  release(): void;
}

/** Open streams by person. The oldest gives way, so that forgotten tabs cannot use up the process. */
export class LiveConnections {
  private readonly open = new Map<string, Set<Connection>>();
  private count = 0;

  take(person: string): LiveSlot {
    const own = this.open.get(person) ?? new Set<Connection>();
    this.open.set(person, own);
    if (own.size >= mostPerPerson || this.count >= most) {
      const [oldest] = own;
      oldest?.evict();
    }
    const connection: Connection = { evict: () => undefined };
    own.add(connection);
    this.count += 1;
    return {
      onEvict: (end) => {
        connection.evict = end;
      },
      release: () => {
        if (own.delete(connection)) this.count -= 1;
        if (own.size === 0) this.open.delete(person);
      },
    };
  }

  /** A process that stops ends its streams, else it would wait for them. */
  beforeApplicationShutdown(): void {
    for (const own of this.open.values()) for (const connection of own) connection.evict();
  }
}
