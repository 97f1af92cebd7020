import type { ServiceResult } from '@lianban/process-runtime';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../transaction/index.js';
import { type LocalCall, LocalService } from '../local-service.port.js';
import { CaseRecords } from './case-records.port.js';
import { institutionOf } from './institution-of.js';

/** 未备案催办: reminds a registered institution that it has not filed yet. */
@Injectable()
export class RemindUnfiledInstitution extends LocalService {
  readonly name = 'remind-unfiled-institution';

  constructor(private readonly records: CaseRecords) {
    super();
  }

  async perform(tx: Tx, { tenant, caseId, data, now }: LocalCall): Promise<ServiceResult> {
    const institutionId = institutionOf(data);
    if (institutionId !== undefined) {
      await this.records.tellInstitution(tx, {
        tenant,
        institutionId,
        caseId,
        kind: 'unfiled-reminder',
        payload: {},
        now,
      });
    }
    return { kind: 'done', data: {} };
  }
}
