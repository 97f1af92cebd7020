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
      for (const officeId of officeIds) {
        this.feed.publish({ kind: 'task', officeId, ...(caseId === undefined ? {} : { caseId }) });
      }
    });
  }
}
