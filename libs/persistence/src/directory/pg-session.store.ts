import { Injectable } from '@nestjs/common';
import { SessionStore, type AccountRecord, type CurrentSession } from '@lianban/application';
import type { OfficeView, Role } from '@lianban/contracts';
import { Pool } from 'pg';
import { AWAY } from '../team/away.sql.js';

interface SessionRow {
  id: string;
  tenant: string;
  username: string;
  name_zh: string;
  name_en: string;
  roles: Role[];
  institution_id: string | null;
  institution_name: string | null;
  offices: OfficeView[];
  stands_in: { readonly id: string; readonly name: string; readonly offices: readonly string[] }[];
}

const findSession = `
  SELECT u.id, u.tenant, u.username, u.name_zh, u.name_en, u.roles, u.institution_id, i.name_zh AS institution_name,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', jsonb_build_object('zh', o.name_zh, 'en', o.name_en),
                                    'department', o.department, 'district', o.district, 'post', p.post) ORDER BY o.id)
                     FROM user_post p JOIN office o ON o.id = p.office_id WHERE p.user_id = u.id), '[]') AS offices,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name_zh, 'offices',
                      (SELECT coalesce(jsonb_agg(DISTINCT p.office_id), '[]') FROM user_post p WHERE p.user_id = b.id)) ORDER BY b.id)
                     FROM absence a JOIN app_user b ON b.id = a.user_id
                    WHERE a.stand_in = u.id AND ${AWAY}), '[]') AS stands_in
    FROM session s JOIN app_user u ON u.id = s.user_id LEFT JOIN institution i ON i.id = u.institution_id
   WHERE s.token_hash = $1 AND s.expires_at > now() AND NOT u.disabled`;

@Injectable()
export class PgSessionStore extends SessionStore {
  constructor(private readonly pool: Pool) {
    super();
  }

  async account(username: string): Promise<AccountRecord | undefined> {
    const { rows } = await this.pool.query<{ id: string; password_hash: string; disabled: boolean }>(
      'SELECT id, password_hash, disabled FROM app_user WHERE username = $1',
      [username],
    );
    const [row] = rows;
    return row && { id: row.id, passwordHash: row.password_hash, disabled: row.disabled };
  }

  async open(userId: string, tokenHash: string, lastsHours: number): Promise<Date> {
    // Expired sessions of the same person go with the new one, so the table needs no housekeeping of its own.
    const { rows } = await this.pool.query<{ expires_at: Date }>(
      `WITH gone AS (DELETE FROM session WHERE user_id = $1 AND expires_at < now())
       INSERT INTO session (user_id, token_hash, expires_at) VALUES ($1, $2, now() + make_interval(hours => $3))
       RETURNING expires_at`,
      [userId, tokenHash, lastsHours],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('a session was inserted but not returned');
    return row.expires_at;
  }

  async find(tokenHash: string): Promise<CurrentSession | undefined> {
    const { rows } = await this.pool.query<SessionRow>({
      name: 'find-session',
      text: findSession,
      values: [tokenHash],
    });
    const [row] = rows;
    return row && currentSession(row);
  }

  async close(tokenHash: string): Promise<void> {
    await this.pool.query('DELETE FROM session WHERE token_hash = $1', [tokenHash]);
  }

  async businessNow(): Promise<Date> {
    const { rows } = await this.pool.query<{ now: Date }>('SELECT business_now() AS now');
    return rows[0]?.now ?? new Date();
  }
}

function currentSession(row: SessionRow): CurrentSession {
  const own = row.offices.map((office) => office.id);
  const institution =
    row.institution_id === null ? undefined : { id: row.institution_id, name: row.institution_name ?? '' };
  return {
    actor: {
      tenant: row.tenant,
      kind: institution === undefined ? 'person' : 'institution',
      id: row.id,
      name: row.name_zh,
      roles: row.roles,
      // Whoever stands in works at the desks of the absent colleague as well.
      officeIds: [...new Set([...own, ...row.stands_in.flatMap(({ offices }) => offices)])],
      ...(row.stands_in.length === 0
        ? {}
        : {
            standsInFor: row.stands_in.map(({ id, name, offices }) => ({
              id,
              name,
              officeIds: offices.filter((office) => !own.includes(office)),
            })),
          }),
      ...(institution === undefined ? {} : { institutionId: institution.id }),
    },
    username: row.username,
    name: { zh: row.name_zh, en: row.name_en },
    roles: row.roles,
    offices: row.offices,
    ...(institution === undefined ? {} : { institution }),
  };
}
