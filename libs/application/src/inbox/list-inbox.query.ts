import { Query } from '@nestjs/cqrs';
import type { Page, TaskRow } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { InboxBox } from './inbox.reader.port.js';

/** One page of a box of the caller's inbox. */
export class ListInboxQuery extends Query<Page<TaskRow>> {
  constructor(
    readonly actor: Actor,
    readonly box: InboxBox,
    readonly options: {
      readonly officeId?: string;
      readonly text?: string;
      readonly overdueOnly?: boolean;
      readonly after?: string;
      readonly limit?: number;
    } = {},
  ) {
    super();
  }
}
