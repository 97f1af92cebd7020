import { Injectable } from '@nestjs/common';
import {
  Institutions,
  type InstitutionFilter,
  type NewInstitution,
  type RegistrationContext,
  type Tx,
} from '@lianban/application';
import type { InstitutionRow, Page } from '@lianban/contracts';
import type { Actor, RegistrarOffice } from '@lianban/domain';
import { cursorText, pageOf, readCursor } from '../intake/page-cursor.js';
import { clientOf } from '../transaction/pg-unit-of-work.js';
import { institutionRow, type InstitutionRecord } from './institution-row.js';
import { findInstitution, listInstitutions, registerInstitution } from './institution.sql.js';

@Injectable()
export class PgInstitutions extends Institutions {
  async context(tx: Tx, actor: Actor): Promise<RegistrationContext> {
    const { rows } = await clientOf(tx).query<{ now: Date; offices: RegistrarOffice[] }>(
      `SELECT business_now() AS now, coalesce(jsonb_agg(jsonb_build_object('department', department, 'district', district)), '[]') AS offices
         FROM office WHERE id = ANY ($1)`,
      [actor.officeIds],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('an aggregate always has a row');
    return row;
  }

  async known(tx: Tx, tenant: string, usccs: readonly string[]): Promise<ReadonlySet<string>> {
    const { rows } = await clientOf(tx).query<{ uscc: string }>(
      'SELECT uscc FROM institution WHERE tenant = $1 AND uscc = ANY ($2)',
      [tenant, usccs],
    );
    return new Set(rows.map(({ uscc }) => uscc));
  }

  async register(
    tx: Tx,
    actor: Actor,
    it: NewInstitution,
    passwordHash: string,
    event: object | undefined,
  ): Promise<boolean> {
    const done = await clientOf(tx).query({
      name: 'register-institution',
      text: registerInstitution,
      values: [
        it.id,
        actor.tenant,
        it.uscc,
        it.nameZh,
        it.kind,
        it.registrationType,
        it.registrationAuthority,
        it.businessScope,
        it.address,
        it.district,
        it.legalRepresentative,
        it.certificateNo,
        it.registeredAt,
        actor.id,
        passwordHash,
        event === undefined ? null : JSON.stringify(event),
        actor.kind,
        actor.name,
        actor.address ?? null,
        actor.correlationId ?? null,
      ],
    });
    return done.rowCount === 1;
  }

  async districtNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
    const { rows } = await clientOf(tx).query<{ code: string; name_zh: string }>(
      'SELECT code, name_zh FROM district',
    );
    return new Map(rows.flatMap(({ code, name_zh }) => [[code, code] as const, [name_zh, code] as const]));
  }

  async find(tx: Tx, tenant: string, id: string): Promise<InstitutionRow | undefined> {
    const { rows } = await clientOf(tx).query<InstitutionRecord>(findInstitution, [tenant, id]);
    return rows[0] && institutionRow(rows[0]);
  }

  async list(tx: Tx, tenant: string, filter: InstitutionFilter): Promise<Page<InstitutionRow>> {
    const limit = filter.limit ?? 50;
    const after = readCursor(filter.after);
    const { rows } = await clientOf(tx).query<InstitutionRecord>(listInstitutions, [
      tenant,
      filter.districts ?? null,
      filter.text === undefined || filter.text === '' ? null : filter.text.replaceAll(/[\\%_]/g, '\\$&'),
      after?.at ?? null,
      after?.id ?? null,
      limit + 1,
    ]);
    return pageOf(rows, limit, institutionRow, (row) => cursorText(row.recorded_text, row.id));
  }
}
