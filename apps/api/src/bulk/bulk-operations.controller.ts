import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  GetBulkOperationQuery,
  ListBulkFailuresQuery,
  ListBulkOperationsQuery,
  TurnBulkOperationCommand,
} from '@lianban/application';
import {
  bulkPageQuery,
  bulkParams,
  bulkTurnParams,
  noBody,
  type BulkFailureView,
  type BulkOperationView,
  type Page,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, IdempotencyKey, PathOf, QueryOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

interface PageQuery {
  readonly after?: string;
  readonly limit?: number;
}

/** Orders over many cases or deadlines, while they are carried out and after. */
@Controller('api/bulk-operations')
@Roles('admin')
export class BulkOperationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Answers('Page<BulkOperationView>', 'Bulk operations, newest first')
  list(
    @ActingPerson() actor: Actor,
    @QueryOf(bulkPageQuery) page: PageQuery,
  ): Promise<Page<BulkOperationView>> {
    return this.queries.execute(new ListBulkOperationsQuery(actor, page));
  }

  @Get(':id')
  @Answers('BulkOperationView', 'How far one has come')
  get(
    @ActingPerson() actor: Actor,
    @PathOf(bulkParams) path: { readonly id: string },
  ): Promise<BulkOperationView> {
    return this.queries.execute(new GetBulkOperationQuery(actor, path.id));
  }

  @Get(':id/failures')
  @Answers('Page<BulkFailureView>', 'What could not be done, with the reason of each')
  failures(
    @ActingPerson() actor: Actor,
    @PathOf(bulkParams) path: { readonly id: string },
    @QueryOf(bulkPageQuery) page: PageQuery,
  ): Promise<Page<BulkFailureView>> {
    return this.queries.execute(new ListBulkFailuresQuery(actor, path.id, page));
  }

  /** To say it twice is to say it once, so the key is only asked for as everywhere. */
  @Post(':id/:act')
  @HttpCode(200)
  @Answers('BulkOperationView', 'Pause it between two pieces, let it go on, or end it where it is')
  turn(
    @ActingPerson() actor: Actor,
    @PathOf(bulkTurnParams) path: { readonly id: string; readonly act: 'pause' | 'resume' | 'cancel' },
    @BodyOf(noBody) _body: object,
    @IdempotencyKey() _key: string,
  ): Promise<BulkOperationView> {
    return this.commands.execute(new TurnBulkOperationCommand(actor, path.id, path.act));
  }
}
