import { type Server, type Socket, connect, createServer } from 'node:net';

/** A line to a server that a test can cut: who is connected loses the connection, who comes is refused. */
export class SeverableLine {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly target: { readonly host: string; readonly port: number },
    private at: number,
  ) {}

  static async to(target: { readonly host: string; readonly port: number }): Promise<SeverableLine> {
    const line = new SeverableLine(target, 0);
    await line.mend();
    return line;
  }

  get port(): number {
    return this.at;
  }

  mend(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(this.target);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          this.sockets.delete(one);
          other.destroy();
        });
      }
    });
    this.server = server;
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host: '127.0.0.1', port: this.at }, () => {
        const address = server.address();
        if (typeof address === 'object' && address !== null) this.at = address.port;
        resolve();
      });
    });
  }

  async cut(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    const closed = new Promise((resolve) => server?.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    if (server) await closed;
  }
}
