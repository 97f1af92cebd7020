import type { NoticeCount, NoticesRequest, NoticeView, Page } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Command, Query } from '@nestjs/cqrs';

export class ListNoticesQuery extends Query<Page<NoticeView>> {
  constructor(
    readonly actor: Actor,
    readonly request: NoticesRequest,
  ) {
    super();
  }
}

export class CountNoticesQuery extends Query<NoticeCount> {
  constructor(readonly actor: Actor) {
    super();
  }
}

/** Marks notices as read by the actor; done twice it is done once. */
export class ReadNoticesCommand extends Command<NoticeCount> {
  constructor(
    readonly actor: Actor,
    readonly ids?: readonly string[],
  ) {
    super();
  }
}
