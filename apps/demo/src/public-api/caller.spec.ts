import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Caller } from './caller.js';
import type { Site } from './site.js';

type Answering = (request: IncomingMessage, response: ServerResponse, number: number) => void;

describe('a caller of the public API', () => {
  let server: Server;
  const keys: (string | undefined)[] = [];
  const siteOf = async (answer: Answering): Promise<Site> => {
    keys.length = 0;
    server = createServer((request, response) => {
      request.resume();
      request.on('end', () => {
        keys.push(request.headers['idempotency-key']?.toString());
        answer(request, response, keys.length);
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}`, patience: 5_000, secretOf: () => Promise.resolve('') };
  };
  const done = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"effect":1}');
  };
  afterEach(() => server.close());

  it('asks again with the same Idempotency-Key when the connection is lost before or within the answer', async () => {
    const site = await siteOf((request, response, number) => {
      if (number === 1) request.socket.destroy();
      else if (number === 2)
        response.writeHead(200, { 'content-length': '99' }).write('{', () => response.destroy());
      else done(response);
    });
    await expect(Caller.machine(site).post('/api/x', {})).resolves.toEqual({ effect: 1 });
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('asks again while the other side says that it is away, and not when it decided', async () => {
    const site = await siteOf((_request, response, number) => {
      response
        .writeHead(number === 1 ? 503 : 409, { 'content-type': 'application/problem+json' })
        .end('{"code":"X"}');
    });
    await expect(Caller.machine(site).refused('/api/x', {})).resolves.toEqual({ code: 'X' });
    expect(keys).toHaveLength(2);
  });

  it('takes a new key for each call', async () => {
    const site = await siteOf((_request, response) => done(response));
    const caller = Caller.machine(site);
    await caller.post('/api/x');
    await caller.post('/api/x');
    expect(new Set(keys).size).toBe(2);
  });

  it('says so when its patience ends', async () => {
    const site = await siteOf((request) => request.socket.destroy());
    await expect(Caller.machine({ ...site, patience: 300 }).get('/api/x')).rejects.toThrow(
      'GET /api/x: no answer within 0.3 s',
    );
  });
});
