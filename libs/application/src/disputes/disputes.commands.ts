import type { DesignateRequest, DisputeView, RaiseDisputeRequest } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Command, Query } from '@nestjs/cqrs';

export interface DisputeAnswer {
  readonly disputeId: string;
}

/** 管辖争议: says that a task is another office's. */
export class RaiseDisputeCommand extends Command<DisputeAnswer> {
  constructor(
    readonly actor: Actor,
    readonly taskId: string,
    readonly request: RaiseDisputeRequest,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** 指定管辖: the common superior names one of the two. */
export class DesignateOfficeCommand extends Command<DisputeAnswer> {
  constructor(
    readonly actor: Actor,
    readonly disputeId: string,
    readonly request: DesignateRequest,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** Undecided disputes: a supervisor sees all, others those of their offices. */
export class ListDisputesQuery extends Query<readonly DisputeView[]> {
  constructor(readonly actor: Actor) {
    super();
  }
}
