import type { CaseRow, TaskRow } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { JsonObject } from '@lianban/kernel';
import { Command } from '@nestjs/cqrs';

export interface CaseOpened {
  readonly case: Pick<CaseRow, 'id' | 'caseNo' | 'title' | 'district' | 'status'>;
  readonly tasks: readonly TaskRow[];
}

/** A person starts a case at the none start event of a definition. */
export class OpenCaseCommand extends Command<CaseOpened> {
  constructor(
    readonly actor: Actor,
    readonly body: {
      readonly definitionKey: string;
      readonly businessKey?: string | undefined;
      readonly title?: string | undefined;
      readonly district: string;
      readonly data: JsonObject;
    },
    readonly idempotencyKey: string,
  ) {
    super();
  }
}
