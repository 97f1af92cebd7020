import type { Actor } from '@lianban/domain';
import { Command } from '@nestjs/cqrs';

/** Keeps a half-filled form on the server, for this person. */
export class SaveTaskDraftCommand extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly taskId: string,
    readonly data: unknown,
  ) {
    super();
  }
}

/** A remark on the case, made from a task. */
export class CommentOnTaskCommand extends Command<{ readonly id: string; readonly at: string }> {
  constructor(
    readonly actor: Actor,
    readonly taskId: string,
    readonly body: string,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}
