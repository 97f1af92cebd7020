import type {
  DryRunLadderRequest,
  DryRunView,
  LadderView,
  LadderWatchView,
  PublishLadderRequest,
  SaveLadderDraftRequest,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Command, Query } from '@nestjs/cqrs';

export class ListLaddersQuery extends Query<readonly LadderView[]> {
  constructor(readonly actor: Actor) {
    super();
  }
}

export class GetLadderWatchQuery extends Query<LadderWatchView> {
  constructor(readonly actor: Actor) {
    super();
  }
}

/** Keeps the next version of a ladder while it is worked on; what cannot be published yet can be kept. */
export class SaveLadderDraftCommand extends Command<{ readonly revision: number }> {
  constructor(
    readonly actor: Actor,
    readonly code: string,
    readonly request: SaveLadderDraftRequest,
  ) {
    super();
  }
}

export class DiscardLadderDraftCommand extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly code: string,
  ) {
    super();
  }
}

/** Makes the draft a version that nobody changes. Clocks that start from its date on climb it. */
export class PublishLadderCommand extends Command<{ readonly version: number }> {
  constructor(
    readonly actor: Actor,
    readonly code: string,
    readonly request: PublishLadderRequest,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** What a changed ladder would have done to clocks that have been. Writes nothing. */
export class DryRunLadderQuery extends Query<DryRunView> {
  constructor(
    readonly actor: Actor,
    readonly code: string,
    readonly request: DryRunLadderRequest,
  ) {
    super();
  }
}
