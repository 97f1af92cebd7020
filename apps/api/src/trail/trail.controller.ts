import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ErasePersonalDataCommand,
  GetTrailQuery,
  ProveEntryQuery,
  VerifyTrailQuery,
} from '@lianban/application';
import {
  eraseRequest,
  trailEntryParams,
  verifyTrailRequest,
  type EntryProofView,
  type EraseRequest,
  type TrailVerdictView,
  type TrailView,
  type VerifyTrailRequest,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, PathOf, QueryOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

@Controller('api/trail')
@Roles('supervisor', 'admin')
export class TrailController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Answers('TrailView', 'How far the trail is sealed, what waits, where it is anchored, and the public keys')
  state(@ActingPerson() actor: Actor): Promise<TrailView> {
    return this.queries.execute(new GetTrailQuery(actor));
  }

  @Get('verdict')
  @Answers(
    'TrailVerdictView',
    'Judge the chain and the entries of a period: valid, or what was done and where',
  )
  verify(
    @ActingPerson() actor: Actor,
    @QueryOf(verifyTrailRequest) period: VerifyTrailRequest,
  ): Promise<TrailVerdictView> {
    return this.queries.execute(new VerifyTrailQuery(actor, period));
  }

  @Get('entries/:id/proof')
  @Answers('EntryProofView', 'That one act is sealed, for somebody else to check')
  prove(
    @ActingPerson() actor: Actor,
    @PathOf(trailEntryParams) path: { readonly id: string },
  ): Promise<EntryProofView> {
    return this.queries.execute(new ProveEntryQuery(actor, path.id));
  }

  @Post('erasures')
  @HttpCode(204)
  @Roles('admin')
  @Answers(undefined, 'Erase personal data of sealed entries for good; the act that says so is sealed itself')
  erase(
    @ActingPerson() actor: Actor,
    @BodyOf(eraseRequest) { entries, ground }: EraseRequest,
  ): Promise<void> {
    return this.commands.execute(new ErasePersonalDataCommand(actor, entries, ground));
  }
}
