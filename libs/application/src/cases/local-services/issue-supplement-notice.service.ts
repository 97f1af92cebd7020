import type { ServiceResult } from '@lianban/process-runtime';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../transaction/index.js';
import { type LocalCall, LocalService } from '../local-service.port.js';
import { CaseRecords } from './case-records.port.js';
import { issueToInstitution } from './issue-to-institution.js';

/** 一次性补正告知: everything missing is told once, in one notice (行政许可法 art. 32, by analogy). */
@Injectable()
export class IssueSupplementNotice extends LocalService {
  readonly name = 'issue-supplement-notice';

  constructor(private readonly records: CaseRecords) {
    super();
  }

  async perform(tx: Tx, call: LocalCall): Promise<ServiceResult> {
    const { number, documentId } = await issueToInstitution(this.records, tx, call, {
      kind: 'supplement-notice',
      series: '舟托补',
      titleZh: '补正告知书',
      titleEn: 'Supplement notice',
    });
    return { kind: 'done', data: { noticeNo: number, documentId } };
  }
}
