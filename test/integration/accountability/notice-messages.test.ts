import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FailedDelivery, MessageState, NoticePreferences, Page } from '@lianban/contracts';
import { City, eventually, type Nursery } from '@lianban/testing';
import { SMTPServer } from 'smtp-server';
import { Webhook } from 'standardwebhooks';

const SECRET = `whsec_${Buffer.from('a secret of twenty-four bytes.').toString('base64')}`;

interface Call {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Fire says that its check is housing's; the clerk of housing is told by a real mail server and a real receiver. */
describe('messages of notices', () => {
  let city: City;
  let nursery: Nursery;
  let other: string;
  let smtp: SMTPServer;
  let receiver: Server;
  const mails: string[] = [];
  const calls: Call[] = [];
  /** What the receiver of webhooks answers next; 200 afterwards. */
  const answers: number[] = [];
  /** How many mails are taken and then not answered for, as if the worker had died before the receipt. */
  let losses = 0;
  beforeAll(async () => {
    smtp = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, _session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          mails.push(Buffer.concat(parts).toString());
          losses -= 1;
          done(losses >= 0 ? Object.assign(new Error('try again'), { responseCode: 451 }) : null);
        });
      },
    });
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    receiver = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        calls.push({
          headers: request.headers as Record<string, string>,
          body: Buffer.concat(parts).toString(),
        });
        response.writeHead(answers.shift() ?? 200).end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const smtpPort = (smtp.server.address() as AddressInfo).port;
    city = await City.open({
      at: '2026-03-02T09:00:00+08:00',
      env: {
        SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
        NOTICE_WEBHOOK_HOSTS: host(),
        NOTICE_WEBHOOK_SECRET: SECRET,
      },
    });
    nursery = await city.register();
    await nursery.toLanes();
    const lanes = (await nursery.caseFile()).tasks.filter(({ status }) => status === 'open');
    const fire = (await nursery.at('step_6a')).officeId;
    other = lanes.find(({ office }) => office.id !== fire)?.office.id ?? '';
  }, 120_000);
  afterAll(async () => {
    await city.close();
    await new Promise((resolve) => smtp.close(() => resolve(undefined)));
    await new Promise((resolve) => receiver.close(resolve));
  });

  const host = (): string => `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  type Preference = NoticePreferences['preferences'][number];
  const prefer = async (
    ...preferences: (Omit<Preference, 'kinds' | 'dailyAt'> & Partial<Preference>)[]
  ): Promise<unknown> => (await city.clerkOf(other)).put('/api/notices/preferences', { preferences });
  /** Tells the office of something. */
  const tell = (kind: string, payload: object = {}): Promise<unknown> =>
    city.database.query(
      `INSERT INTO notice (id, tenant, to_kind, to_id, kind, payload, created_at)
       VALUES (uuidv7(), '330900', 'office', $1, $2, $3, business_now())`,
      [other, kind, JSON.stringify(payload)],
    );
  const messages = () =>
    city.database.query<{ id: string; attempts: number; receipt: string | null }>(
      'SELECT id, attempts, receipt FROM notice_message ORDER BY made_at',
    );

  it('go by mail once for each who asked, and the receipt is kept', async () => {
    await prefer({ channel: 'email', address: 'clerk@example.cn', rhythm: 'at-once' });
    await tell('order-serve', { number: '督〔2026〕1号' });
    await eventually('the receipt', async () => (await messages()).some(({ receipt }) => receipt !== null));
    const [message, ...more] = await messages();
    expect(more).toEqual([]);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain(`<${message?.id}@lianban>`);
    expect(mails[0]).toContain('clerk@example.cn');
    expect(message?.receipt).toMatch(/^250/);
  });

  it('are sent again under the same id where the receipt was lost', async () => {
    losses = 1;
    await tell('order-serve', { number: '督〔2026〕2号' });
    await eventually(
      'the receipt',
      async () => (await messages()).every(({ receipt }) => receipt !== null) && mails.length === 3,
    );
    const ids = mails.slice(1).map((mail) => /Message-ID: (\S+)/i.exec(mail)?.[1]);
    expect(ids[0]).toBe(ids[1]);
    expect((await messages()).at(-1)).toMatchObject({ attempts: 2 });
  });

  it('wait for the end of quiet hours in one list, but never for what is critical', async () => {
    const quiet = { from: '18:00', to: '08:00' };
    await prefer({ channel: 'webhook', address: `http://${host()}/notices`, rhythm: 'at-once', quiet });
    await city.clock.passTo('2026-03-02T20:00:00+08:00');
    await tell('order-serve', { number: '督〔2026〕3号' });
    await tell('order-serve', { number: '督〔2026〕4号' });
    await tell('rungs', { count: 1, items: [{ ladder: 'L-CRIT', level: 'L1' }] });
    await eventually('the critical one', () => calls.length === 1);
    expect(calls[0]?.body).toContain('L-CRIT');
    expect(calls[0]?.body).not.toContain('督〔2026〕');
    await city.clock.passTo('2026-03-03T08:01:00+08:00');
    await eventually('the list', () => calls.length === 2);
    expect(calls[1]?.body).toMatch(/督〔2026〕3号.*督〔2026〕4号/s);
    const { headers, body } = calls[1] ?? { headers: {}, body: '' };
    expect(() => new Webhook(SECRET).verify(body, headers)).not.toThrow();
  });

  it('are refused for good by a 4xx and tried again after 429 and 5xx; an administrator has them sent again', async () => {
    await prefer({ channel: 'webhook', address: `http://${host()}/notices`, rhythm: 'at-once' });
    const before = calls.length;
    answers.push(429, 503, 200);
    await tell('order-serve', { number: '督〔2026〕5号' });
    await eventually('the third attempt', () => calls.length === before + 3);
    expect(new Set(calls.slice(before).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    answers.push(410);
    await tell('order-serve', { number: '督〔2026〕6号' });
    const admin = await city.person('admin');
    const failed = async (): Promise<readonly FailedDelivery[]> =>
      (await admin.get<Page<FailedDelivery>>('/api/outside-deliveries/failed')).items;
    await eventually('the failure', async () => (await failed()).length === 1);
    const [delivery] = await failed();
    expect(delivery).toMatchObject({
      kind: 'message',
      channel: 'webhook',
      attempts: 1,
      failure: `${host()} refused it: 410.`,
      cause: 'http-client-error',
    });
    await admin.post(`/api/outside-deliveries/message/${delivery?.id}/retry`, {});
    await eventually('the receipt', async () => (await messages()).every(({ receipt }) => receipt !== null));
    expect(await failed()).toEqual([]);
    expect(
      await city.database.query(
        `SELECT actor_id, object_kind, before FROM audit WHERE act = 'delivery.retried' AND object_id = $1`,
        [delivery?.id],
      ),
    ).toEqual([
      {
        actor_id: expect.any(String),
        object_kind: 'notice-message',
        before: { failure: `${host()} refused it: 410.`, attempts: 1 },
      },
    ]);
  });

  it('of a kind the person did not ask for stay in the house', async () => {
    await prefer({
      channel: 'webhook',
      address: `http://${host()}/notices`,
      rhythm: 'at-once',
      kinds: ['deadlines'],
    });
    const before = calls.length;
    await tell('order-serve', { number: '督〔2026〕7号' });
    await tell('rung', { ladder: 'L-STD', level: 'L2' });
    await eventually('the warning', () => calls.length === before + 1);
    expect(calls.at(-1)?.body).toContain('L-STD L2');
  });

  it('can be tried out, and the answer is what the receiver said', async () => {
    const clerk = await city.clerkOf(other);
    const tried = async (): Promise<MessageState> => {
      const { id } = await clerk.post<MessageState>('/api/notices/tests', { channel: 'webhook' });
      const state = (): Promise<MessageState> => clerk.get(`/api/notices/tests/${id}`);
      await eventually('an end', async () => (await state()).state !== 'waiting');
      return state();
    };
    expect(await tried()).toMatchObject({ state: 'sent', receipt: '200' });
    answers.push(404);
    expect(await tried()).toMatchObject({ state: 'gave-up', failure: `${host()} refused it: 404.` });
    expect(await clerk.refused('POST', '/api/notices/tests', { body: { channel: 'email' } })).toMatchObject({
      code: 'NOTICES.NO_ADDRESS',
    });
  });

  it('need an address of their channel', async () => {
    const clerk = await city.clerkOf(other);
    expect(
      await clerk.refused('PUT', '/api/notices/preferences', {
        body: { preferences: [{ channel: 'email', address: 'nobody', rhythm: 'daily' }] },
      }),
    ).toMatchObject({ status: 400, code: 'API.INVALID_REQUEST' });
  });
});
