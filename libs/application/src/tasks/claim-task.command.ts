import type { TaskRow } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Command } from '@nestjs/cqrs';

/** 认领: takes a task of the office's queue; personal responsibility starts. */
export class ClaimTaskCommand extends Command<TaskRow> {
  constructor(
    readonly actor: Actor,
    readonly taskId: string,
  ) {
    super();
  }
}

/** Gives a claimed task back to the office's queue. */
export class ReleaseTaskCommand extends Command<TaskRow> {
  constructor(
    readonly actor: Actor,
    readonly taskId: string,
  ) {
    super();
  }
}
