import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Problem } from '@lianban/contracts';
import { Difference } from './difference.js';
import type { Site } from './site.js';

interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

interface Request {
  readonly body?: FormData | string | object;
  readonly headers?: Readonly<Record<string, string>>;
}

const TRY_AGAIN_MS = 250;
const ONE_TRY_MS = 30_000;
/** What a proxy or a starting api says: nothing was decided. */
const away = new Set([502, 503, 504]);

/**
 * Somebody at the public API. A call that got no answer is made again with the same Idempotency-Key, so that it has
 * one effect however often the connection is lost.
 */
export class Caller {
  private constructor(
    private readonly site: Site,
    readonly username: string,
    private readonly cookie: string | undefined,
  ) {}

  static machine(site: Site): Caller {
    return new Caller(site, 'machine', undefined);
  }

  static async signIn(site: Site, username: string, password: string): Promise<Caller> {
    const body = { username, password };
    const answer = await Caller.machine(site).call('POST', '/api/session', { body });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (answer.status !== 200 || cookie === undefined)
      throw new Difference(`${username} cannot sign in: ${answer.text}`);
    return new Caller(site, username, cookie);
  }

  async get<Body>(path: string): Promise<Body> {
    return this.accepted('GET', path, await this.call<Body>('GET', path));
  }

  async post<Body>(path: string, body: FormData | object = {}): Promise<Body> {
    return this.accepted('POST', path, await this.call<Body>('POST', path, { body }));
  }

  /** The problem a call is refused with. */
  async refused(path: string, body: object): Promise<Problem> {
    const answer = await this.call<Problem>('POST', path, { body });
    if (answer.status < 400) throw new Difference(`${this.username}: POST ${path} was not refused`);
    return answer.body;
  }

  /** Whatever comes back, once something comes back. */
  async call<Body>(method: 'GET' | 'POST', path: string, request: Request = {}): Promise<Answer<Body>> {
    const { url, patience } = this.site;
    const { body, headers = {} } = request;
    const isRaw = typeof body === 'string' || body instanceof FormData;
    const all = {
      ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
      ...(method === 'GET' ? {} : { origin: url, 'idempotency-key': randomUUID() }),
      ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
      ...headers,
    };
    const end = Date.now() + patience;
    for (;;) {
      try {
        const answer = await fetch(`${url}${path}`, {
          method,
          headers: all,
          signal: AbortSignal.timeout(ONE_TRY_MS),
          ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
        });
        const text = await answer.text();
        if (!away.has(answer.status) || Date.now() >= end) return { ...readable<Body>(answer, text), text };
      } catch (lost) {
        if (Date.now() >= end)
          throw new Difference(`${method} ${path}: no answer within ${patience / 1_000} s`, { cause: lost });
      }
      await pause(TRY_AGAIN_MS);
    }
  }

  private accepted<Body>(method: string, path: string, answer: Answer<Body>): Body {
    if (answer.status >= 400)
      throw new Difference(`${this.username}: ${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }
}

const readable = <Body>(answer: Response, text: string): Omit<Answer<Body>, 'text'> => ({
  status: answer.status,
  headers: answer.headers,
  body: (text !== '' && /json/.test(answer.headers.get('content-type') ?? '')
    ? JSON.parse(text)
    : undefined) as Body,
});
