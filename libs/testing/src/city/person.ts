import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Problem } from '@lianban/contracts';

export interface Answer<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed where it is JSON. */
  readonly body: Body;
}

export interface Sending {
  readonly body?: unknown;
  /** In place of a fresh Idempotency-Key. */
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const reads = new Set(['GET', 'HEAD']);
const TRY_AGAIN_MS = 100;

/**
 * Somebody at the public API, signed in or not, as a browser would send it. With patience (milliseconds), what got no
 * answer, or 503, is sent again under its Idempotency-Key for so long.
 */
export class Person {
  private constructor(
    readonly url: string,
    readonly username: string,
    private readonly cookie: string | undefined,
    private readonly patience: number,
  ) {}

  static visitor(url: string, patience = 0): Person {
    return new Person(url, 'visitor', undefined, patience);
  }

  static async signIn(url: string, username: string, patience = 0, password = 'zhoushan'): Promise<Person> {
    const answer = await Person.visitor(url, patience).send('POST', '/api/session', {
      body: { username, password },
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (answer.status !== 200 || cookie === undefined)
      throw new Error(`${username} cannot sign in: ${answer.text}`);
    return new Person(url, username, cookie, patience);
  }

  /** Whatever comes back, with its status. `path` begins with `/api`. */
  async send<Body = unknown>(method: string, path: string, sending: Sending = {}): Promise<Answer<Body>> {
    const { body, key = randomUUID(), headers = {} } = sending;
    const tried = { ...(body === undefined ? {} : { body }), key, headers };
    const end = Date.now() + this.patience;
    for (;;) {
      const answer = await this.tryOnce<Body>(method, path, tried).catch((failure: unknown) => {
        if (Date.now() >= end) throw failure;
        return undefined;
      });
      if (answer && (answer.status !== 503 || Date.now() >= end)) return answer;
      await pause(TRY_AGAIN_MS);
    }
  }

  private async tryOnce<Body>(
    method: string,
    path: string,
    { body, key, headers }: Sending & { readonly key: string },
  ): Promise<Answer<Body>> {
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
        ...(reads.has(method) ? {} : { origin: this.url, 'idempotency-key': key }),
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '') && text !== '';
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: (isJson ? JSON.parse(text) : undefined) as Body,
    };
  }

  get<Body>(path: string): Promise<Body> {
    return this.done('GET', path);
  }

  post<Body>(path: string, body: unknown = {}, key?: string): Promise<Body> {
    return this.done('POST', path, { body, ...(key === undefined ? {} : { key }) });
  }

  put<Body>(path: string, body: unknown): Promise<Body> {
    return this.done('PUT', path, { body });
  }

  /** A file as a form sends it. */
  upload<Body>(path: string, name: string, bytes: Uint8Array, key?: string): Promise<Answer<Body>> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    return this.send('POST', path, { body: form, ...(key === undefined ? {} : { key }) });
  }

  /** The problem it is refused with; throws where it isn't refused. */
  async refused(method: string, path: string, sending: Sending = {}): Promise<Problem> {
    const answer = await this.send<Problem>(method, path, sending);
    if (answer.status < 400)
      throw new Error(`${method} ${path} was not refused: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  private async done<Body>(method: string, path: string, sending?: Sending): Promise<Body> {
    const answer = await this.send<Body>(method, path, sending);
    if (answer.status >= 400)
      throw new Error(`${this.username}: ${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }
}

const isRaw = (body: unknown): body is string | FormData =>
  typeof body === 'string' || body instanceof FormData;
