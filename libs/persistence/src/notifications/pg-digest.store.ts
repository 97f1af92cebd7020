import { DigestStore, type DueDigest, type Tx } from '@lianban/application';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';

@Injectable()
export class PgDigestStore extends DigestStore {
  async due(tx: Tx): Promise<readonly DueDigest[]> {
    const { rows } = await clientOf(tx).query<{ digest: DueDigest }>({
      name: 'digests-due',
      // Whoever subscribes after the hour of a day is told from the next one on.
      text: `WITH present AS (SELECT business_now() AT TIME ZONE 'Asia/Shanghai' AS local)
        SELECT jsonb_strip_nulls(jsonb_build_object('userId', s.user_id, 'channel', s.channel, 'period', s.period, 'officeId', o.id,
          'district', CASE WHEN d.level <> 'city' THEN
            jsonb_build_object('code', d.code, 'name', jsonb_build_object('zh', d.name_zh, 'en', d.name_en)) END)) AS digest
        FROM present, digest_subscription s
        JOIN app_user u ON u.id = s.user_id AND NOT u.disabled
        JOIN notice_preference p ON p.user_id = s.user_id AND p.channel = s.channel
        JOIN LATERAL (SELECT o.* FROM user_post t JOIN office o ON o.id = t.office_id WHERE t.user_id = s.user_id ORDER BY o.id LIMIT 1) o ON true
        JOIN district d ON d.code = o.district
        WHERE extract(hour FROM local) >= s.hour
          AND s.since AT TIME ZONE 'Asia/Shanghai' <= date_trunc('day', local) + make_interval(hours => s.hour)
          AND NOT EXISTS (SELECT FROM digest_issue i WHERE i.user_id = s.user_id AND i.day = local::date)`,
      values: [],
    });
    return rows.map(({ digest }) => digest);
  }

  async ordersWaiting(tx: Tx, userId: string): Promise<number> {
    const { rows } = await clientOf(tx).query<{ waiting: number }>({
      name: 'orders-of-digest',
      text: `SELECT count(*)::int AS waiting FROM supervision_order
        WHERE state IN ('drafted', 'issued', 'answered', 'accepted')
          AND issuing_office IN (SELECT office_id FROM user_post WHERE user_id = $1::uuid)`,
      values: [userId],
    });
    return rows[0]?.waiting ?? 0;
  }

  async take(tx: Tx, userId: string): Promise<boolean> {
    const { rowCount } = await clientOf(tx).query({
      name: 'take-digest',
      text: `INSERT INTO digest_issue (user_id, day) VALUES ($1::uuid, (business_now() AT TIME ZONE 'Asia/Shanghai')::date)
        ON CONFLICT DO NOTHING`,
      values: [userId],
    });
    return rowCount === 1;
  }

  async issued(tx: Tx, userId: string, messageId: string): Promise<void> {
    await clientOf(tx).query({
      name: 'digest-issued',
      text: `UPDATE digest_issue SET message_id = $2 WHERE user_id = $1::uuid
        AND day = (business_now() AT TIME ZONE 'Asia/Shanghai')::date`,
      values: [userId, messageId],
    });
  }
}
