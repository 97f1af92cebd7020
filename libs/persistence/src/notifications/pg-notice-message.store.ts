import { type NoticeMessage, NoticeMessageStore, type Tx } from '@lianban/application';
import type { NoticePreference } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
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
          SELECT r.id, r.user_id, p.channel, CASE WHEN r.payload ->> 'ladder' = 'L-CRIT' THEN business_now()
            ELSE notice_due_at(business_now(), p.rhythm, p.quiet_from, p.quiet_to) END
          FROM readers r JOIN notice_preference p ON p.user_id = r.user_id AND p.tenant = r.tenant
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
        made AS (
          INSERT INTO notice_message (id, tenant, user_id, channel, address, made_at)
          SELECT gen_random_uuid(), tenant, user_id, channel, address, business_now()
          FROM due GROUP BY tenant, user_id, channel, address RETURNING *),
        handed AS (
          INSERT INTO outbox (id, tenant, kind, topic, payload)
          SELECT gen_random_uuid(), tenant, 'job', 'send-message', jsonb_build_object('messageId', id) FROM made)
        UPDATE notice_delivery d SET message_id = m.id FROM due JOIN made m USING (user_id, channel)
        WHERE d.notice_id = due.notice_id AND d.user_id = due.user_id AND d.channel = due.channel RETURNING 1`,
      values: [limit],
    });
    return rowCount ?? 0;
  }

  async attempt(tx: Tx, messageId: string): Promise<NoticeMessage | undefined> {
    const { rows } = await clientOf(tx).query<NoticeMessage>({
      name: 'attempt-message',
      text: `WITH m AS (UPDATE notice_message SET attempts = attempts + 1 WHERE id = $1 AND sent_at IS NULL RETURNING *)
        SELECT m.id, m.channel, m.address, (
          SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', n.kind, 'at', n.created_at, 'about', n.payload,
            'case', CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'no', c.case_no, 'title', c.title) END))
            ORDER BY n.created_at, n.id)
          FROM notice_delivery d JOIN notice n ON n.id = d.notice_id LEFT JOIN case_file c ON c.id = n.case_id
          WHERE d.message_id = m.id) AS notices
        FROM m`,
      values: [messageId],
    });
    return rows[0];
  }

  async sent(tx: Tx, messageId: string, receipt: string): Promise<void> {
    await clientOf(tx).query({
      name: 'message-sent',
      text: `UPDATE notice_message SET sent_at = business_now(), receipt = $2, failure = NULL
        WHERE id = $1 AND sent_at IS NULL`,
      values: [messageId, receipt.slice(0, 500)],
    });
  }

  async failed(tx: Tx, messageId: string, failure: string): Promise<void> {
    await clientOf(tx).query({
      name: 'message-failed',
      text: 'UPDATE notice_message SET failure = $2 WHERE id = $1 AND sent_at IS NULL',
      values: [messageId, failure.slice(0, 500)],
    });
  }

  async preferences(tx: Tx, actor: Actor): Promise<readonly NoticePreference[]> {
    const { rows } = await clientOf(tx).query<{ preference: NoticePreference }>({
      name: 'notice-preferences',
      text: `SELECT jsonb_strip_nulls(jsonb_build_object('channel', channel, 'address', address, 'rhythm', rhythm, 'quiet',
          CASE WHEN quiet_from IS NOT NULL THEN jsonb_build_object('from', to_char(quiet_from, 'HH24:MI'),
            'to', to_char(quiet_to, 'HH24:MI')) END)) AS preference
        FROM notice_preference WHERE user_id = $1::uuid ORDER BY channel`,
      values: [actor.id],
    });
    return rows.map(({ preference }) => preference);
  }

  async prefer(tx: Tx, actor: Actor, preferences: readonly NoticePreference[]): Promise<void> {
    await clientOf(tx).query({
      name: 'prefer-notices',
      text: `WITH p AS (SELECT channel, address, rhythm, (quiet ->> 'from')::time AS quiet_from, (quiet ->> 'to')::time AS quiet_to
          FROM jsonb_to_recordset($3::jsonb) AS r(channel text, address text, rhythm text, quiet jsonb)),
        off AS (DELETE FROM notice_preference WHERE user_id = $2::uuid AND channel NOT IN (SELECT channel FROM p))
        INSERT INTO notice_preference (user_id, channel, tenant, address, rhythm, quiet_from, quiet_to)
        SELECT $2::uuid, channel, $1, address, rhythm, quiet_from, quiet_to FROM p
        ON CONFLICT (user_id, channel) DO UPDATE SET address = excluded.address, rhythm = excluded.rhythm,
          quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to`,
      values: [actor.tenant, actor.id, JSON.stringify(preferences)],
    });
  }
}
