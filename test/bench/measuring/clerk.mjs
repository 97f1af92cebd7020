import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** One signed-in person at the API, as a browser would be: a session cookie, a key for each mutation. */
export class Clerk {
  /** @type {string | undefined} */
  #cookie;

  /** @param {string} url where the api answers */
  constructor(url) {
    this.url = url;
  }

  /**
   * @param {string} username
   * @param {string} password
   */
  async signIn(username, password) {
    const { headers } = await this.#send('POST', '/api/session', { username, password });
    this.#cookie = headers['set-cookie']?.[0]?.split(';')[0];
    if (this.#cookie === undefined) throw new Error(`${username} got no session`);
    return this;
  }

  /** @param {string} path */
  async get(path) {
    return (await this.#send('GET', path)).body;
  }

  /**
   * @param {string} path
   * @param {unknown} body
   */
  async post(path, body) {
    return (await this.#send('POST', path, body)).body;
  }

  /**
   * @param {'GET' | 'POST'} method
   * @param {string} path
   * @param {unknown} [body]
   * @returns {Promise<{headers: import('node:http').IncomingHttpHeaders, body: any}>}
   */
  #send(method, path, body) {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      ...(this.#cookie === undefined ? {} : { cookie: this.#cookie }),
      ...(text === undefined
        ? {}
        : {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
            'idempotency-key': randomUUID(),
          }),
    };
    return new Promise((resolve, reject) => {
      const sent = request(`${this.url}${path}`, { method, agent, headers }, (response) => {
        /** @type {Buffer[]} */
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const answer = Buffer.concat(chunks).toString();
          const { statusCode = 0 } = response;
          if (statusCode >= 300) reject(new Error(`${method} ${path}: ${statusCode} ${answer}`));
          else resolve({ headers: response.headers, body: answer === '' ? undefined : JSON.parse(answer) });
        });
      });
      sent.on('error', reject);
      sent.end(text);
    });
  }
}
