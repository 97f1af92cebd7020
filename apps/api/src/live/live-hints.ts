import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AfterCommit } from '@lianban/application';
import { LiveFeed } from './live-feed.js';

/** What this process committed, told to everybody who may be looking at it. */
@Injectable()
export class LiveHints implements OnApplicationBootstrap {
  constructor(
    private readonly afterCommit: AfterCommit,
    private readonly feed: LiveFeed,
  ) {}

  onApplicationBootstrap(): void {
    this.afterCommit.listen(({ caseId, officeIds }) => {
      const about = caseId === undefined ? {} : { caseId };
      for (const officeId of officeIds) this.feed.publish({ kind: 'task', officeId, ...about });
      // Of no office: an incident, or an event at the intake. Those who oversee look at them.
      if (officeIds.length === 0) this.feed.publish({ kind: 'board', ...about });
    });
  }
}
