import type { Actor, ClockChange } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { KnownDirectory } from '../routing/index.js';
import type { Tx } from '../transaction/index.js';
import type { LockedCase } from './case-store.port.js';
import { CaseRecords } from './local-services/case-records.port.js';
import { institutionOf } from './local-services/institution-of.js';

/** 延期通知书: an applicant is told that the time of their case was extended, until when and why. */
@Injectable()
export class ExtensionNotice {
  constructor(
    private readonly records: CaseRecords,
    private readonly directory: KnownDirectory,
  ) {}

  async issue(
    tx: Tx,
    actor: Actor,
    { id: caseId, caseNo, tenant, data, now }: LockedCase,
    { clock, appended }: ClockChange,
  ): Promise<void> {
    const extended = appended.find(({ kind }) => kind === 'extended');
    // A target of the house is no business of the applicant.
    if (extended?.kind !== 'extended' || clock.definition.kind === 'internal') return;
    const { offices } = await this.directory.of(tenant);
    const issuer = offices.find(({ id }) => actor.officeIds.includes(id))?.name.zh;
    const institutionId = institutionOf(data);
    const documentId = newId();
    const kind = 'extension-notice';
    const number = await this.records.issueDocument(tx, {
      id: documentId,
      tenant,
      caseId,
      kind,
      series: '舟托延',
      titleZh: '延期通知书',
      titleEn: 'Notice of extension',
      data: {
        caseNo,
        reason: extended.reason,
        dueBefore: extended.from,
        dueAfter: extended.dueAt,
        ...(issuer === undefined ? {} : { issuer }),
      },
      now,
      ...(institutionId === undefined ? {} : { institutionId }),
    });
    if (institutionId === undefined) return;
    const payload = { number, documentId };
    await this.records.tellInstitution(tx, { tenant, institutionId, caseId, kind, payload, now });
  }
}
