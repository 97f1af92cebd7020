import { defect } from '@lianban/kernel';
import type { ServiceResult } from '@lianban/process-runtime';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../transaction/index.js';
import { type LocalCall, LocalService } from '../local-service.port.js';
import { CaseRecords } from './case-records.port.js';

/** Follow-up processes start by event through the outbox, so they may be a moment behind. */
const ASK_AGAIN_SECONDS = 2;

/** Proves that an event of this case has started each of the processes it must start (W01 steps 11 and 12). */
@Injectable()
export class VerifyFollowUpsStarted extends LocalService {
  readonly name = 'verify-follow-ups-started';

  constructor(private readonly records: CaseRecords) {
    super();
  }

  async perform(tx: Tx, { caseId, input }: LocalCall): Promise<ServiceResult> {
    const wanted = Array.isArray(input['processes']) ? input['processes'].map(String) : [];
    const { eventType } = input;
    if (typeof eventType !== 'string')
      throw defect('SERVICES.NO_EVENT_TYPE', 'The step names no event whose follow-ups are to be verified.');
    const started = await this.records.followUps(tx, caseId, eventType);
    const missing = wanted.filter((process) => !started.includes(process));
    return missing.length === 0
      ? { kind: 'done', data: { started: wanted } }
      : { kind: 'not-yet', retryInSeconds: ASK_AGAIN_SECONDS };
  }
}
