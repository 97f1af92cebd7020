import { Webhook } from 'standardwebhooks';
import { isSignedBy, type WebhookHeaders } from './webhook-signature.js';

const secret = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;
const other = `whsec_${Buffer.from('another one, of a rotation before').toString('base64')}`;
const body = '{"id":"1","name":"示例"}';

const signed = (text: string, at = new Date(), by = secret): WebhookHeaders => ({
  id: 'msg_1',
  timestamp: String(Math.floor(at.getTime() / 1000)),
  signature: new Webhook(by).sign('msg_1', at, text),
});
const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);

describe('a Standard Webhooks signature', () => {
  it('holds for the text it was made for, by any secret of a rotation', () => {
    expect(isSignedBy([secret], signed(body), body)).toBe(true);
    expect(isSignedBy([other, secret], signed(body), body)).toBe(true);
    expect(isSignedBy([secret, other], signed(body, new Date(), other), body)).toBe(true);
  });

  it('may stand beside others in one header', () => {
    const headers = signed(body);
    expect(
      isSignedBy([secret], { ...headers, signature: `v1,AAAA v2,BBBB ${headers.signature}` }, body),
    ).toBe(true);
  });

  it('does not hold for another text, id, time or secret', () => {
    const headers = signed(body);
    expect(isSignedBy([secret], headers, `${body} `)).toBe(false);
    expect(isSignedBy([secret], { ...headers, id: 'msg_2' }, body)).toBe(false);
    expect(isSignedBy([secret], { ...headers, timestamp: String(Number(headers.timestamp) + 1) }, body)).toBe(
      false,
    );
    expect(isSignedBy([other], headers, body)).toBe(false);
    expect(isSignedBy([], headers, body)).toBe(false);
  });

  it('holds for five minutes, back and forth', () => {
    expect(isSignedBy([secret], signed(body, minutesAgo(4)), body)).toBe(true);
    expect(isSignedBy([secret], signed(body, minutesAgo(-4)), body)).toBe(true);
    expect(isSignedBy([secret], signed(body, minutesAgo(6)), body)).toBe(false);
    expect(isSignedBy([secret], signed(body, minutesAgo(-6)), body)).toBe(false);
  });

  it.each(['id', 'timestamp', 'signature'] as const)('is not there without the header %s', (name) => {
    expect(isSignedBy([secret], { ...signed(body), [name]: undefined }, body)).toBe(false);
  });

  it.each([
    ['timestamp', 'yesterday'],
    ['timestamp', ''],
    ['signature', ''],
    ['signature', 'v1'],
    ['signature', 'v1,%%%'],
    ['signature', 'v2,AAAA'],
  ])('is refused, never a crash, with %s = %p', (name, value) => {
    expect(isSignedBy([secret, 'no secret at all'], { ...signed(body), [name]: value }, body)).toBe(false);
  });
});
