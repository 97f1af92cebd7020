import { createServer, type Server, type Socket } from 'node:net';
import { AppException } from '@lianban/kernel';
import { OutsideChannels } from './outside-channels.js';
import { postJson } from './post-json.js';

/** What speaks neither HTTP nor SMTP over TLS, or speaks as it is told. */
const open: Server[] = [];
const sockets: Socket[] = [];
const listening = async (on: (socket: Socket) => void): Promise<{ readonly at: string; close(): void }> => {
  const server: Server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    on(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  const address = server.address();
  return {
    at: `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    close: () => server.close(),
  };
};

const plain = (socket: Socket): void => void socket.end('hello\r\n');
const answering =
  (status: number) =>
  (socket: Socket): void =>
    void socket.once('data', () => socket.end(`HTTP/1.1 ${status} -\r\ncontent-length: 0\r\n\r\n`));
const refusing =
  (command: string, code: number) =>
  (socket: Socket): void => {
    socket.write('220 here\r\n');
    socket.on('data', (said) =>
      socket.write(String(said).startsWith(command) ? `${code} no\r\n` : '250 ok\r\n'),
    );
  };

const failureOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'it went through',
    (failure: unknown) => (failure instanceof AppException ? failure.error : failure),
  );
const post = (url: string): Promise<unknown> => failureOf(postJson(new URL(url), '{}', {}));
const mail = (smtpUrl: string | undefined): Promise<unknown> =>
  failureOf(
    new OutsideChannels({
      smtpUrl,
      mailFrom: 'a@example.org',
      webhookHosts: [],
      productUrl: 'https://lianban.example',
    }).send({ id: 'm', channel: 'email', address: 'b@example.org', attempts: 1, notices: [] }),
  );
/** Where nobody listens: a port that was just free. */
const nobody = async (): Promise<string> => {
  const server = await listening(plain);
  server.close();
  return server.at;
};

describe('why a delivery failed', () => {
  afterEach(() => {
    for (const server of open.splice(0)) server.close();
    for (const socket of sockets.splice(0)) socket.destroy();
  });

  it('is told apart for HTTP', async () => {
    const [tls, busy, gone] = await Promise.all([plain, answering(503), answering(404)].map(listening));
    expect(await post(`http://${await nobody()}/`)).toMatchObject({
      details: { cause: 'connection-refused' },
    });
    expect(await post('http://nowhere.invalid/')).toMatchObject({ details: { cause: 'host-unknown' } });
    expect(await post(`https://${tls?.at}/`)).toMatchObject({ details: { cause: 'tls' } });
    expect(await post(`http://${busy?.at}/`)).toMatchObject({
      kind: 'unavailable',
      details: { cause: 'http-server-error' },
    });
    expect(await post(`http://${gone?.at}/`)).toMatchObject({
      kind: 'defect',
      details: { cause: 'http-client-error' },
    });
  });

  it('is told apart for mail', async () => {
    const servers = await Promise.all(
      [plain, refusing('RCPT', 550), refusing('MAIL', 553), refusing('RCPT', 450)].map(listening),
    );
    const [tls, mailbox, sender, busy] = servers;
    expect(await mail(undefined)).toMatchObject({ details: { cause: 'channel-off' } });
    expect(await mail(`smtp://${await nobody()}`)).toMatchObject({
      details: { cause: 'connection-refused' },
    });
    expect(await mail('smtp://nowhere.invalid')).toMatchObject({ details: { cause: 'host-unknown' } });
    expect(await mail(`smtps://${tls?.at}`)).toMatchObject({ details: { cause: 'tls' } });
    expect(await mail(`smtp://${mailbox?.at}`)).toMatchObject({
      kind: 'defect',
      details: { cause: 'mailbox-refused' },
    });
    expect(await mail(`smtp://${sender?.at}`)).toMatchObject({ details: { cause: 'mail-refused' } });
    expect(await mail(`smtp://${busy?.at}`)).toMatchObject({
      kind: 'unavailable',
      details: { cause: 'mail-server-busy' },
    });
  });
});
