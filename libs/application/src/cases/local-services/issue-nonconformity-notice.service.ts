import type { ServiceResult } from '@lianban/process-runtime';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../transaction/index.js';
import { type LocalCall, LocalService } from '../local-service.port.js';
import { CaseRecords } from './case-records.port.js';
import { issueToInstitution } from './issue-to-institution.js';

/** Notice with reasons that the institution does not meet the standards (备案办法 art. 9). */
@Injectable()
export class IssueNonconformityNotice extends LocalService {
  readonly name = 'issue-nonconformity-notice';

  constructor(private readonly records: CaseRecords) {
    super();
  }

  async perform(tx: Tx, call: LocalCall): Promise<ServiceResult> {
    const { number, documentId } = await issueToInstitution(this.records, tx, call, {
      kind: 'nonconformity-notice',
      series: '舟托不符',
      titleZh: '不符合备案标准通知书',
      titleEn: 'Notice of non-conformity',
    });
    return { kind: 'done', data: { noticeNo: number, documentId } };
  }
}
