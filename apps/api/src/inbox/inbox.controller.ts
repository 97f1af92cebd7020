import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { CountInboxQuery, ListInboxQuery } from '@lianban/application';
import { inboxQuery, type InboxCounts, type InboxRequest, type Page, type TaskRow } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Roles } from '../http/access.js';
import { ActingPerson, QueryOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

@Controller('api/inbox')
@Roles('clerk', 'registrar', 'supervisor')
export class InboxController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Answers('Page<TaskRow>', 'A box of the inbox: the office’s queue, mine, or done')
  list(@ActingPerson() actor: Actor, @QueryOf(inboxQuery) query: InboxRequest): Promise<Page<TaskRow>> {
    const { box, office, q, overdue, after, limit } = query;
    return this.queries.execute(
      new ListInboxQuery(actor, box, {
        ...(office === undefined ? {} : { officeId: office }),
        ...(q === undefined ? {} : { text: q }),
        ...(overdue === undefined ? {} : { overdueOnly: overdue }),
        ...(after === undefined ? {} : { after }),
        ...(limit === undefined ? {} : { limit }),
      }),
    );
  }

  @Get('counts')
  @Answers('InboxCounts', 'The numbers on the tabs, capped at 1,000')
  counts(@ActingPerson() actor: Actor): Promise<InboxCounts> {
    return this.queries.execute(new CountInboxQuery(actor));
  }
}
