import type { BulkFailureView, BulkOperationView, Page } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Command, Query } from '@nestjs/cqrs';

/** Halts an operation between two pieces, lets it go on, or ends it where it is: what is done stays done. */
export class TurnBulkOperationCommand extends Command<BulkOperationView> {
  constructor(
    readonly actor: Actor,
    readonly id: string,
    readonly act: 'pause' | 'resume' | 'cancel',
  ) {
    super();
  }
}

export class GetBulkOperationQuery extends Query<BulkOperationView> {
  constructor(
    readonly actor: Actor,
    readonly id: string,
  ) {
    super();
  }
}

export class ListBulkOperationsQuery extends Query<Page<BulkOperationView>> {
  constructor(
    readonly actor: Actor,
    readonly page: { readonly after?: string | undefined; readonly limit?: number | undefined },
  ) {
    super();
  }
}

export class ListBulkFailuresQuery extends Query<Page<BulkFailureView>> {
  constructor(
    readonly actor: Actor,
    readonly id: string,
    readonly page: { readonly after?: string | undefined; readonly limit?: number | undefined },
  ) {
    super();
  }
}
