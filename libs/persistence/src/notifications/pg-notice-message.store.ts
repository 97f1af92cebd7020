import {
  type DeliveryFailure,
  type DeliveryReceipt,
  type MessageContent,
  type NoticeMessage,
  NoticeMessageStore,
  type Tx,
} from '@lianban/application';
import type { MessageState, NoticeChannel, NoticePreferences } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { aboutOf } from './notice.sql.js';
import { clientOf } from '../transaction/pg-unit-of-work.js';

@Injectable()
export class PgNoticeMessageStore extends NoticeMessageStore {
  async schedule(tx: Tx, limit: number): Promise<number> {
    const { rowCount } = await clientOf(tx).query({
      name: 'schedule-notices',
      text: `WITH looked AS (
          SELECT id FROM notice WHERE planned_at IS NULL AND to_kind <> 'institution'
          ORDER BY created_at LIMIT $1 FOR UPDATE SKIP LOCKED),
        planned AS (UPDATE notice n SET planned_at = business_now() FROM looked l WHERE l.id = n.id RETURNING n.*),
        readers AS (
          SELECT n.*, n.to_id::uuid AS user_id FROM planned n WHERE n.to_kind = 'person'
          UNION ALL
          SELECT n.*, p.user_id FROM planned n
          JOIN (SELECT DISTINCT user_id, office_id FROM user_post) p ON p.office_id = n.to_id WHERE n.to_kind = 'office'),
        due AS (
          INSERT INTO notice_delivery (notice_id, user_id, channel, due_at)
          SELECT r.id, r.user_id, p.channel, CASE WHEN r.payload ->> 'ladder' = 'L-CRIT'
              OR jsonb_path_exists(r.payload, '$.items[*] ? (@.ladder == "L-CRIT")') THEN business_now()
            ELSE notice_due_at(business_now(), p.rhythm, p.daily_at, p.quiet_from, p.quiet_to) END
          FROM readers r JOIN notice_preference p ON p.user_id = r.user_id AND p.tenant = r.tenant AND notice_group(r.kind) = ANY(p.kinds)
          JOIN app_user u ON u.id = r.user_id AND NOT u.disabled
          ON CONFLICT DO NOTHING)
        SELECT id FROM planned`,
      values: [limit],
    });
    return rowCount ?? 0;
  }

  async gather(tx: Tx, limit: number): Promise<number> {
    const { rowCount } = await clientOf(tx).query({
      name: 'gather-notices',
      // A channel that was put off meanwhile has no preference any more: what was due by it stays unsent.
      text: `WITH due AS (
          SELECT d.notice_id, d.user_id, d.channel, p.tenant, p.address FROM notice_delivery d
          JOIN notice_preference p ON p.user_id = d.user_id AND p.channel = d.channel
          WHERE d.message_id IS NULL AND d.due_at <= business_now()
          ORDER BY d.due_at LIMIT $1 FOR UPDATE OF d SKIP LOCKED),
        again AS (
          UPDATE notice_message SET try_again_at = NULL WHERE id IN (
            SELECT id FROM notice_message WHERE try_again_at <= clock_timestamp() ORDER BY try_again_at LIMIT $1 FOR UPDATE SKIP LOCKED)
          RETURNING id, tenant),
        made AS (
          INSERT INTO notice_message (id, tenant, user_id, channel, address, made_at)
          SELECT uuidv7(), tenant, user_id, channel, address, business_now()
          FROM due GROUP BY tenant, user_id, channel, address RETURNING *),
        handed AS (
          INSERT INTO outbox (id, tenant, kind, topic, payload)
          SELECT uuidv7(), tenant, 'job', 'send-message', jsonb_build_object('messageId', id)
          FROM (SELECT id, tenant FROM made UNION ALL SELECT id, tenant FROM again) m),
        told AS (UPDATE notice_delivery d SET message_id = m.id FROM due JOIN made m USING (user_id, channel)
          WHERE d.notice_id = due.notice_id AND d.user_id = due.user_id AND d.channel = due.channel RETURNING 1)
        SELECT FROM told UNION ALL SELECT FROM again`,
      values: [limit],
    });
    return rowCount ?? 0;
  }

  async write(
    tx: Tx,
    userId: string,
    channel: NoticeChannel,
    content: MessageContent,
  ): Promise<string | undefined> {
    const { rows } = await clientOf(tx).query<{ id: string }>({
      name: 'write-message',
      text: `WITH made AS (
          INSERT INTO notice_message (id, tenant, user_id, channel, address, content, made_at)
          SELECT uuidv7(), tenant, user_id, channel, address, $3::jsonb, business_now() FROM notice_preference
          WHERE user_id = $1::uuid AND channel = $2 RETURNING id, tenant),
        handed AS (
          INSERT INTO outbox (id, tenant, kind, topic, payload)
          SELECT uuidv7(), tenant, 'job', 'send-message', jsonb_build_object('messageId', id) FROM made)
        SELECT id FROM made`,
      values: [userId, channel, JSON.stringify(content)],
    });
    return rows[0]?.id;
  }

  async attempt(tx: Tx, messageId: string): Promise<NoticeMessage | undefined> {
    const { rows } = await clientOf(tx).query<NoticeMessage>({
      name: 'attempt-message',
      text: `WITH m AS (UPDATE notice_message SET attempts = attempts + 1
          WHERE id = $1 AND sent_at IS NULL AND gave_up_at IS NULL RETURNING *)
        SELECT m.id, m.channel, m.address, m.attempts, m.content, COALESCE((
          SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', n.kind, 'at', n.created_at, 'about', ${aboutOf},
            'case', CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'no', c.case_no, 'title', c.title) END))
            ORDER BY n.created_at, n.id)
          FROM notice_delivery d JOIN notice n ON n.id = d.notice_id LEFT JOIN case_file c ON c.id = n.case_id
          WHERE d.message_id = m.id), '[]') AS notices
        FROM m`,
      values: [messageId],
    });
    return rows[0];
  }

  async sent(tx: Tx, messageId: string, receipt: string): Promise<void> {
    await clientOf(tx).query({
      name: 'message-sent',
      text: `UPDATE notice_message SET sent_at = business_now(), receipt = $2, failure = NULL, failure_cause = NULL
        WHERE id = $1 AND sent_at IS NULL`,
      values: [messageId, receipt.slice(0, 500)],
    });
  }

  async tryLater(tx: Tx, messageId: string, { words, cause }: DeliveryFailure): Promise<void> {
    await clientOf(tx).query({
      name: 'message-later',
      text: `UPDATE notice_message SET failure = $2, failure_cause = $3, try_again_at = clock_timestamp()
          + least(interval '15 minutes', interval '2 seconds' * power(3, least(attempts - 1, 10)))
        WHERE id = $1 AND sent_at IS NULL AND gave_up_at IS NULL`,
      values: [messageId, words.slice(0, 500), cause],
    });
  }

  async giveUp(tx: Tx, messageId: string, { words, cause }: DeliveryFailure): Promise<void> {
    await clientOf(tx).query({
      name: 'message-given-up',
      text: `UPDATE notice_message SET failure = $2, failure_cause = $3, gave_up_at = business_now(), try_again_at = NULL
        WHERE id = $1 AND sent_at IS NULL AND gave_up_at IS NULL`,
      values: [messageId, words.slice(0, 500), cause],
    });
  }

  async state(tx: Tx, actor: Actor, messageId: string): Promise<MessageState | undefined> {
    const { rows } = await clientOf(tx).query<{ state: MessageState }>({
      name: 'message-state',
      text: `SELECT jsonb_strip_nulls(jsonb_build_object('id', id, 'attempts', attempts, 'receipt', receipt, 'failure', failure, 'cause', failure_cause,
          'state', CASE WHEN sent_at IS NOT NULL THEN 'sent' WHEN gave_up_at IS NOT NULL THEN 'gave-up' ELSE 'waiting' END)) AS state
        FROM notice_message WHERE id = $1 AND user_id = $2::uuid`,
      values: [messageId, actor.id],
    });
    return rows[0]?.state;
  }

  async underWay(tx: Tx, limit: number): Promise<readonly string[]> {
    const { rows } = await clientOf(tx).query<{ id: string }>({
      name: 'messages-under-way',
      text: `SELECT id FROM notice_message WHERE channel = 'sms' AND sent_at > business_now() - interval '3 days' AND delivery IS NULL
        ORDER BY sent_at DESC LIMIT $1`,
      values: [limit],
    });
    return rows.map(({ id }) => id);
  }

  async received(tx: Tx, receipts: readonly DeliveryReceipt[]): Promise<void> {
    await clientOf(tx).query({
      name: 'messages-received',
      text: `UPDATE notice_message m SET delivery = r.delivery, delivered_at = business_now()
        FROM (SELECT DISTINCT ON (id) id, delivery FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, delivery text)) r
        WHERE m.id = r.id AND m.delivery IS NULL`,
      values: [JSON.stringify(receipts)],
    });
  }

  async preferences(tx: Tx, actor: Actor): Promise<NoticePreferences> {
    const { rows } = await clientOf(tx).query<{ all: NoticePreferences }>({
      name: 'notice-preferences',
      text: `SELECT jsonb_strip_nulls(jsonb_build_object(
          'preferences', COALESCE((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('channel', channel, 'address', address, 'kinds', kinds,
              'rhythm', rhythm, 'dailyAt', to_char(daily_at, 'HH24:MI'), 'quiet',
              CASE WHEN quiet_from IS NOT NULL THEN jsonb_build_object('from', to_char(quiet_from, 'HH24:MI'),
                'to', to_char(quiet_to, 'HH24:MI')) END)) ORDER BY channel)
            FROM notice_preference WHERE user_id = $1::uuid), '[]'),
          'digest', (SELECT jsonb_build_object('channel', channel, 'period', period, 'hour', hour)
            FROM digest_subscription WHERE user_id = $1::uuid))) AS all`,
      values: [actor.id],
    });
    return rows[0]?.all ?? { preferences: [] };
  }

  async prefer(tx: Tx, actor: Actor, { preferences, digest }: NoticePreferences): Promise<void> {
    await clientOf(tx).query({
      name: 'prefer-notices',
      text: `WITH p AS (SELECT channel, address, kinds, rhythm, "dailyAt"::time AS daily_at, (quiet ->> 'from')::time AS quiet_from,
            (quiet ->> 'to')::time AS quiet_to
          FROM jsonb_to_recordset($3::jsonb) AS r(channel text, address text, kinds text[], rhythm text, "dailyAt" text, quiet jsonb)),
        off AS (DELETE FROM notice_preference WHERE user_id = $2::uuid AND channel NOT IN (SELECT channel FROM p)),
        no_digest AS (DELETE FROM digest_subscription WHERE user_id = $2::uuid AND $4::jsonb IS NULL),
        digest AS (
          INSERT INTO digest_subscription (user_id, tenant, channel, period, hour, since)
          SELECT $2::uuid, $1, j ->> 'channel', j ->> 'period', (j ->> 'hour')::int, business_now() FROM (SELECT $4::jsonb) d(j) WHERE j IS NOT NULL
          ON CONFLICT (user_id) DO UPDATE SET channel = excluded.channel, period = excluded.period, hour = excluded.hour,
            since = CASE WHEN digest_subscription.hour = excluded.hour AND digest_subscription.period = excluded.period
              THEN digest_subscription.since ELSE excluded.since END)
        INSERT INTO notice_preference (user_id, channel, tenant, address, kinds, rhythm, daily_at, quiet_from, quiet_to)
        SELECT $2::uuid, channel, $1, address, kinds, rhythm, daily_at, quiet_from, quiet_to FROM p
        ON CONFLICT (user_id, channel) DO UPDATE SET address = excluded.address, kinds = excluded.kinds, rhythm = excluded.rhythm,
          daily_at = excluded.daily_at, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to`,
      values: [
        actor.tenant,
        actor.id,
        JSON.stringify(preferences),
        digest === undefined ? null : JSON.stringify(digest),
      ],
    });
  }
}
