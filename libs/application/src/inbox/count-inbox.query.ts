import { Query } from '@nestjs/cqrs';
import type { InboxCounts } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';

/** The numbers on the tabs of the inbox, each capped at 1,000. */
export class CountInboxQuery extends Query<InboxCounts> {
  constructor(readonly actor: Actor) {
    super();
  }
}
