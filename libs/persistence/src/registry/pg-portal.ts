import { Injectable } from '@nestjs/common';
import {
  Portal,
  type FilingSubmission,
  type FormPair,
  type PortalFacts,
  type Tx,
} from '@lianban/application';
import type { Actor } from '@lianban/domain';
import { clientOf } from '../transaction/pg-unit-of-work.js';
import { institutionRow, type InstitutionRecord } from './institution-row.js';
import { findInstitution } from './institution.sql.js';
import { documentsOf, filingOf, noticesOf, portalCase, saveDraft, submitFiling } from './portal.sql.js';

type Form = Readonly<Record<string, unknown>>;

@Injectable()
export class PgPortal extends Portal {
  async facts(
    tx: Tx,
    tenant: string,
    institutionId: string,
    lock: boolean,
  ): Promise<PortalFacts | undefined> {
    const client = clientOf(tx);
    if (lock) await client.query('SELECT FROM institution WHERE id = $1 FOR UPDATE', [institutionId]);
    const institutions = await client.query<InstitutionRecord>(findInstitution, [tenant, institutionId]);
    const [institution] = institutions.rows;
    if (institution === undefined) return undefined;
    const cases = await client.query<{ now: Date; found: NonNullable<PortalFacts['case']> | null }>(
      portalCase,
      [tenant, institutionId],
    );
    const filings = await client.query<{ filing: NonNullable<PortalFacts['filing']> }>(filingOf, [
      institutionId,
    ]);
    const documents = await client.query<{ document: PortalFacts['documents'][number] }>(documentsOf, [
      institutionId,
    ]);
    const notices = await client.query<{ notice: PortalFacts['notices'][number] }>(noticesOf, [
      institutionId,
    ]);
    const found = cases.rows[0]?.found;
    const filing = filings.rows[0]?.filing;
    return {
      now: cases.rows[0]?.now ?? new Date(),
      institution: institutionRow(institution),
      ...(found === null || found === undefined ? {} : { case: found }),
      ...(filing === undefined ? {} : { filing }),
      documents: documents.rows.map(({ document }) => document),
      notices: notices.rows.map(({ notice }) => notice),
    };
  }

  async form(tx: Tx, tenant: string, name: string): Promise<FormPair | undefined> {
    const { rows } = await clientOf(tx).query<{ form: FormPair | null }>(
      `SELECT forms->$2 AS form FROM process_definition
        WHERE tenant = $1 AND key = 'institution-filing' AND current`,
      [tenant, name],
    );
    return rows[0]?.form ?? undefined;
  }

  async saveDraft(tx: Tx, actor: Actor, institutionId: string, form: Form): Promise<void> {
    await clientOf(tx).query(saveDraft, [actor.tenant, institutionId, JSON.stringify(form)]);
  }

  async submit(tx: Tx, actor: Actor, institutionId: string, it: FilingSubmission): Promise<void> {
    await clientOf(tx).query(submitFiling, [
      it.filingId,
      actor.tenant,
      institutionId,
      it.act === 'filing.submitted' ? 'submitted' : 'supplemented',
      JSON.stringify(it.form),
      it.submittedAt,
      JSON.stringify(it.event),
      it.act,
      actor.kind,
      actor.id,
      actor.name,
      actor.address ?? null,
      actor.correlationId ?? null,
    ]);
  }
}
