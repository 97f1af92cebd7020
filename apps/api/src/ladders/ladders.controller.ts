import { Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  DiscardLadderDraftCommand,
  DryRunLadderQuery,
  GetLadderWatchQuery,
  ListLaddersQuery,
  PublishLadderCommand,
  SaveLadderDraftCommand,
} from '@lianban/application';
import {
  dryRunLadderRequest,
  ladderParams,
  publishLadderRequest,
  saveLadderDraftRequest,
  type DryRunLadderRequest,
  type DryRunView,
  type LadderView,
  type LadderWatchView,
  type PublishLadderRequest,
  type SaveLadderDraftRequest,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, IdempotencyKey, PathOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

/** 逐级预警. */
@Controller('api/ladders')
@Roles('admin')
export class LaddersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Roles('supervisor', 'admin')
  @Answers('LadderView[]', 'Ladders with all their versions and drafts')
  list(@ActingPerson() actor: Actor): Promise<readonly LadderView[]> {
    return this.queries.execute(new ListLaddersQuery(actor));
  }

  @Get('watch')
  @Roles('supervisor', 'admin')
  @Answers('LadderWatchView', 'How many levels the watch looked at in its last round, and when')
  watch(@ActingPerson() actor: Actor): Promise<LadderWatchView> {
    return this.queries.execute(new GetLadderWatchQuery(actor));
  }

  @Put(':code/draft')
  @Answers('LadderDraftSaved', 'Keep the next version while it is worked on')
  save(
    @ActingPerson() actor: Actor,
    @PathOf(ladderParams) path: { readonly code: string },
    @BodyOf(saveLadderDraftRequest) body: SaveLadderDraftRequest,
  ): Promise<{ readonly revision: number }> {
    return this.commands.execute(new SaveLadderDraftCommand(actor, path.code, body));
  }

  @Delete(':code/draft')
  @HttpCode(204)
  @Answers(undefined, 'Throw the draft away')
  discard(
    @ActingPerson() actor: Actor,
    @PathOf(ladderParams) path: { readonly code: string },
  ): Promise<void> {
    return this.commands.execute(new DiscardLadderDraftCommand(actor, path.code));
  }

  @Post(':code/publish')
  @HttpCode(200)
  @Answers('LadderPublished', 'Make the draft a version; clocks that start from its date on climb it')
  publish(
    @ActingPerson() actor: Actor,
    @PathOf(ladderParams) path: { readonly code: string },
    @BodyOf(publishLadderRequest) body: PublishLadderRequest,
    @IdempotencyKey() key: string,
  ): Promise<{ readonly version: number }> {
    return this.commands.execute(new PublishLadderCommand(actor, path.code, body, key));
  }

  @Post(':code/dry-run')
  @HttpCode(200)
  @Answers('DryRunView', 'What a changed ladder would have done to clocks that have been')
  dryRun(
    @ActingPerson() actor: Actor,
    @PathOf(ladderParams) path: { readonly code: string },
    @BodyOf(dryRunLadderRequest) body: DryRunLadderRequest,
  ): Promise<DryRunView> {
    return this.queries.execute(new DryRunLadderQuery(actor, path.code, body));
  }
}
