import type { CaseRow, TaskRow } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { JsonObject } from '@lianban/kernel';
import { Command } from '@nestjs/cqrs';

export interface TaskCompleted {
  readonly task: TaskRow;
  /** Tasks this created that the caller may see. */
  readonly next: readonly TaskRow[];
  readonly case: Pick<CaseRow, 'id' | 'caseNo' | 'status'> & { readonly outcome?: string };
}

/** A person completes a task with an outcome. */
export class CompleteTaskCommand extends Command<TaskCompleted> {
  constructor(
    readonly actor: Actor,
    readonly taskId: string,
    readonly body: {
      /** The version the person saw. */
      readonly version: number;
      readonly outcome?: string | undefined;
      readonly form: JsonObject;
      readonly opinion?: string | undefined;
    },
    readonly idempotencyKey: string,
  ) {
    super();
  }
}
