import type { ServiceResult } from '@lianban/process-runtime';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../transaction/index.js';
import { type LocalCall, LocalService } from '../local-service.port.js';
import { CaseRecords } from './case-records.port.js';
import { issueToInstitution } from './issue-to-institution.js';

/** 备案回执 (备案办法 art. 9). */
@Injectable()
export class IssueFilingReceipt extends LocalService {
  readonly name = 'issue-filing-receipt';

  constructor(private readonly records: CaseRecords) {
    super();
  }

  async perform(tx: Tx, call: LocalCall): Promise<ServiceResult> {
    const { number, documentId } = await issueToInstitution(this.records, tx, call, {
      kind: 'filing-receipt',
      series: '舟托备回',
      titleZh: '托育机构备案回执',
      titleEn: 'Filing receipt',
    });
    return { kind: 'done', data: { receiptNo: number, documentId } };
  }
}
