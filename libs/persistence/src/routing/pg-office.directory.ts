import { type FullDirectory, OfficeDirectory, type PostHolder } from '@lianban/application';
import type { Office, RoutingOverride } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';

interface DirectoryRow {
  readonly offices: readonly (Omit<Office, 'function'> & { readonly function: string | null })[] | null;
  readonly overrides: readonly RoutingOverride[] | null;
  readonly holders: readonly PostHolder[] | null;
  readonly departments:
    | readonly {
        readonly code: string;
        readonly enforcementPower: boolean;
        readonly verticallyLed: boolean;
      }[]
    | null;
  readonly districts:
    | readonly {
        readonly code: string;
        readonly parent: string | null;
        readonly zh: string;
        readonly en: string;
      }[]
    | null;
}

@Injectable()
export class PgOfficeDirectory extends OfficeDirectory {
  constructor(private readonly pool: Pool) {
    super();
  }

  async read(tenant: string): Promise<FullDirectory> {
    const { rows } = await this.pool.query<DirectoryRow>(
      `SELECT
        (SELECT jsonb_agg(jsonb_build_object('id', id, 'department', department, 'district', district, 'function', function,
           'name', jsonb_build_object('zh', name_zh, 'en', name_en)) ORDER BY id) FROM office WHERE tenant = $1) AS offices,
        (SELECT jsonb_agg(jsonb_build_object('district', district, 'department', department, 'function', function,
           'officeId', office_id, 'reason', reason, 'version', version)) FROM routing_override WHERE tenant = $1) AS overrides,
        (SELECT jsonb_agg(jsonb_build_object('userId', u.id, 'officeId', p.office_id, 'post', p.post,
           'name', jsonb_build_object('zh', u.name_zh, 'en', u.name_en)) ORDER BY u.username)
         FROM user_post p JOIN app_user u ON u.id = p.user_id WHERE u.tenant = $1 AND NOT u.disabled) AS holders,
        (SELECT jsonb_agg(jsonb_build_object('code', code, 'enforcementPower', enforcement_power,
           'verticallyLed', vertically_led)) FROM department) AS departments,
        (SELECT jsonb_agg(jsonb_build_object('code', code, 'parent', parent, 'zh', name_zh, 'en', name_en)) FROM district) AS districts`,
      [tenant],
    );
    const row = rows[0];
    const districts = row?.districts ?? [];
    return {
      offices: (row?.offices ?? []).map(({ function: duty, ...office }) => ({
        ...office,
        ...(duty === null ? {} : { function: duty }),
      })),
      overrides: row?.overrides ?? [],
      holders: row?.holders ?? [],
      departments: new Map((row?.departments ?? []).map(({ code, ...department }) => [code, department])),
      districts: new Map(districts.map(({ code, zh, en }) => [code, { zh, en }])),
      parents: new Map(
        districts.flatMap(({ code, parent }) => (parent === null ? [] : [[code, parent] as const])),
      ),
    };
  }
}
