import { type DeliveryReceipt, NoticeChannels, type NoticeMessage } from '@lianban/application';
import { defect, unavailable } from '@lianban/kernel';
import { createTransport, type SMTPSentMessageInfo, type Transporter } from 'nodemailer';
import { Webhook } from 'standardwebhooks';
import { causeOfMailAnswer, causeOfSilence, codeOf } from './cause-of-failure.js';
import { channelOff } from './channel-off.js';
import { messageText } from './message-text.js';
import { postJson } from './post-json.js';
import type { SmsGateway } from './sms-gateway.js';

/** A mail server that takes longer has failed, in milliseconds. */
const PATIENCE_MS = 10_000;

export interface OutsideChannelSettings {
  readonly smtpUrl?: string | undefined;
  readonly mailFrom: string;
  /** Hosts a webhook may be sent to; no other is ever called. */
  readonly webhookHosts: readonly string[];
  /** Standard Webhooks: `whsec_…`. */
  readonly webhookSecret?: string | undefined;
  readonly sms?: SmsGateway | undefined;
  /** Where people open the product: messages link to it. */
  readonly productUrl: string;
}

/** E-mail over SMTP, webhooks signed by Standard Webhooks, and text messages by a gateway. */
export class OutsideChannels extends NoticeChannels {
  private readonly mail: Transporter<SMTPSentMessageInfo> | undefined;

  constructor(private readonly settings: OutsideChannelSettings) {
    super();
    const { smtpUrl } = settings;
    this.mail =
      smtpUrl === undefined
        ? undefined
        : createTransport({
            url: smtpUrl,
            connectionTimeout: PATIENCE_MS,
            greetingTimeout: PATIENCE_MS,
            socketTimeout: PATIENCE_MS,
          });
  }

  send(message: NoticeMessage): Promise<string> {
    if (message.channel === 'email') return this.byMail(message);
    return message.channel === 'sms' ? this.bySms(message) : this.byWebhook(message);
  }

  receipts(messageIds: readonly string[]): Promise<readonly DeliveryReceipt[]> {
    return this.settings.sms?.receipts(messageIds) ?? Promise.resolve([]);
  }

  private async byMail(message: NoticeMessage): Promise<string> {
    if (!this.mail) throw channelOff('No mail server is configured.');
    const { mailFrom: from, productUrl } = this.settings;
    const { subject, text } = messageText(message, productUrl);
    try {
      const { response } = await this.mail.sendMail({
        subject,
        text,
        from,
        to: { name: '', address: message.address },
        // A mail server or reader that sees the same id twice shows it once.
        messageId: `<${message.id}@lianban>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return response;
    } catch (failure) {
      // RFC 5321: 5yz is final; anything else, and no answer at all, may pass.
      const code = failure instanceof Error && 'responseCode' in failure ? Number(failure.responseCode) : 0;
      const cause = code > 0 ? causeOfMailAnswer(code, failure) : causeOfSilence(failure);
      const details = { cause };
      if (code >= 500) throw defect('NOTICES.REFUSED', `The mail server refused it: ${code}.`, { details });
      const why = code > 0 ? code : codeOf(failure);
      throw unavailable('NOTICES.UNREACHABLE', `The mail server does not take it now: ${why}.`, { details });
    }
  }

  private async bySms(message: NoticeMessage): Promise<string> {
    const { sms, productUrl } = this.settings;
    if (!sms) throw channelOff('No gateway for text messages is configured.');
    return sms.send(message, productUrl);
  }

  private async byWebhook(message: NoticeMessage): Promise<string> {
    const { webhookHosts, webhookSecret, productUrl } = this.settings;
    const url = new URL(message.address);
    if (webhookSecret === undefined || !webhookHosts.includes(url.host)) {
      throw channelOff(`Webhooks to ${url.host} are not configured.`);
    }
    const { subject, text } = messageText(message, productUrl);
    const now = new Date();
    const body = JSON.stringify({
      type: 'lianban.notices',
      timestamp: now.toISOString(),
      data: { subject, text },
    });
    const { status } = await postJson(url, body, {
      'webhook-id': message.id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
      'webhook-signature': new Webhook(webhookSecret).sign(message.id, now, body),
    });
    return String(status);
  }
}
