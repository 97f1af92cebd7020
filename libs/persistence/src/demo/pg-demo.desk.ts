import { Injectable } from '@nestjs/common';
import { DemoDesk, type Tx } from '@lianban/application';
import type { CloudEvent } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Pool } from 'pg';
import { clientOf } from '../transaction/pg-unit-of-work.js';

interface PersonRow {
  id: string;
  tenant: string;
  name_zh: string;
  roles: string[];
  institution_id: string | null;
  offices: string[];
}

@Injectable()
export class PgDemoDesk extends DemoDesk {
  constructor(private readonly pool: Pool) {
    super();
  }

  async person(username: string): Promise<Actor | undefined> {
    const { rows } = await this.pool.query<PersonRow>(
      `SELECT id, tenant, name_zh, roles, institution_id,
              ARRAY(SELECT DISTINCT office_id FROM user_post p WHERE p.user_id = u.id) AS offices
         FROM app_user u WHERE username = $1 AND NOT disabled`,
      [username],
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    return {
      tenant: row.tenant,
      kind: row.institution_id === null ? 'person' : 'institution',
      id: row.id,
      name: row.name_zh,
      roles: row.roles,
      officeIds: row.offices,
      ...(row.institution_id === null ? {} : { institutionId: row.institution_id }),
    };
  }

  async openTask(tx: Tx, caseId: string, node: string): Promise<{ id: string; version: number } | undefined> {
    const { rows } = await clientOf(tx).query<{ id: string; version: number }>(
      `SELECT id, version FROM task WHERE case_id = $1 AND node = $2 AND status = 'open'`,
      [caseId, node],
    );
    return rows[0];
  }

  async lastEvent(tx: Tx, type: string, institutionId: string): Promise<CloudEvent | undefined> {
    const { rows } = await clientOf(tx).query<{ payload: CloudEvent }>(
      `SELECT payload FROM outbox
        WHERE kind = 'event' AND topic = $1 AND payload->'data'->>'institutionId' = $2 ORDER BY seq DESC LIMIT 1`,
      [type, institutionId],
    );
    return rows[0]?.payload;
  }
}
