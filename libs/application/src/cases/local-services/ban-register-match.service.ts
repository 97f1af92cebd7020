import type { ServiceResult } from '@lianban/process-runtime';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../transaction/index.js';
import { type LocalCall, LocalService } from '../local-service.port.js';
import { CaseRecords } from './case-records.port.js';

/**
 * 禁入名单比对: every entry of a filing runs it before the joint verification. The register is restricted: the case
 * learns only that there is a hit, never whose.
 */
@Injectable()
export class BanRegisterMatch extends LocalService {
  readonly name = 'ban-register-match';

  constructor(private readonly records: CaseRecords) {
    super();
  }

  async perform(tx: Tx, { tenant, data }: LocalCall): Promise<ServiceResult> {
    const { legalRepresentative, filing } = data;
    const filed =
      typeof filing === 'object' && filing !== null && 'legalRepresentative' in filing
        ? filing.legalRepresentative
        : null;
    const names = [legalRepresentative, filed].filter((name): name is string => typeof name === 'string');
    return { kind: 'done', data: { hit: await this.records.isBanned(tx, tenant, names) } };
  }
}
