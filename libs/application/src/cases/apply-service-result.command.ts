import type { Actor } from '@lianban/domain';
import type { ServiceResult } from '@lianban/process-runtime';
import { Command } from '@nestjs/cqrs';

/** The answer of another system to an effect. Applied once; what comes too late is recorded, not applied. */
export class ApplyServiceResultCommand extends Command<{ readonly applied: boolean }> {
  constructor(
    readonly actor: Actor,
    readonly effectId: string,
    readonly result: Exclude<ServiceResult, { kind: 'not-yet' }>,
    readonly attempts: number,
  ) {
    super();
  }
}
