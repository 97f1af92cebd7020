import { NoticeChannels, type NoticeMessage } from '@lianban/application';
import { defect, unavailable } from '@lianban/kernel';
import { createTransport, type SMTPSentMessageInfo, type Transporter } from 'nodemailer';
import { Webhook } from 'standardwebhooks';
import { messageText } from './message-text.js';

/** A mail server or receiver that takes longer has failed, in milliseconds. */
const PATIENCE_MS = 10_000;

export interface OutsideChannelSettings {
  readonly smtpUrl?: string | undefined;
  readonly mailFrom: string;
  /** Hosts a webhook may be sent to; no other is ever called. */
  readonly webhookHosts: readonly string[];
  /** Standard Webhooks: `whsec_…`. */
  readonly webhookSecret?: string | undefined;
}

/** E-mail over SMTP and webhooks signed by Standard Webhooks. */
export class OutsideChannels extends NoticeChannels {
  private readonly mail: Transporter<SMTPSentMessageInfo> | undefined;

  constructor(private readonly settings: OutsideChannelSettings) {
    super();
    const { smtpUrl } = settings;
    this.mail =
      smtpUrl === undefined
        ? undefined
        : createTransport({ url: smtpUrl, connectionTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS });
  }

  send(message: NoticeMessage): Promise<string> {
    return message.channel === 'email' ? this.byMail(message) : this.byWebhook(message);
  }

  private async byMail(message: NoticeMessage): Promise<string> {
    if (!this.mail) throw defect('NOTICES.CHANNEL_OFF', 'No mail server is configured.');
    const { mailFrom: from } = this.settings;
    try {
      const { response } = await this.mail.sendMail({
        ...messageText(message),
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
      if (code >= 500) throw defect('NOTICES.REFUSED', `The mail server refused it: ${code}.`);
      throw unavailable('NOTICES.UNREACHABLE', 'The mail server does not take it now.');
    }
  }

  private async byWebhook(message: NoticeMessage): Promise<string> {
    const { webhookHosts, webhookSecret } = this.settings;
    const url = new URL(message.address);
    if (webhookSecret === undefined || !webhookHosts.includes(url.host)) {
      throw defect('NOTICES.CHANNEL_OFF', `Webhooks to ${url.host} are not configured.`);
    }
    const now = new Date();
    const body = JSON.stringify({
      type: 'lianban.notices',
      timestamp: now.toISOString(),
      data: messageText(message),
    });
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': message.id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
        'webhook-signature': new Webhook(webhookSecret).sign(message.id, now, body),
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => {
      throw unavailable('NOTICES.UNREACHABLE', `${url.host} does not answer.`);
    });
    if (response.ok) return String(response.status);
    throw unavailable('NOTICES.UNREACHABLE', `${url.host} answered ${response.status}.`);
  }
}
