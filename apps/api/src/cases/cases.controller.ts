import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { GetCaseQuery, ListCasesQuery, OpenCaseCommand, type CaseOpened } from '@lianban/application';
import {
  caseParams,
  casesQuery,
  openCaseRequest,
  type CaseDetail,
  type CaseRow,
  type CasesRequest,
  type OpenCaseRequest,
  type Page,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { JsonObject } from '@lianban/kernel';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, IdempotencyKey, PathOf, QueryOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

@Controller('api/cases')
@Roles('clerk', 'registrar', 'supervisor', 'admin')
export class CasesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Answers('Page<CaseRow>', 'Cases that this person may read, newest first')
  list(@ActingPerson() actor: Actor, @QueryOf(casesQuery) query: CasesRequest): Promise<Page<CaseRow>> {
    return this.queries.execute(new ListCasesQuery(actor, query));
  }

  @Get(':id')
  @Answers('CaseDetail', 'One case: where it stands, who did what, who held it how long')
  read(@ActingPerson() actor: Actor, @PathOf(caseParams) path: { readonly id: string }): Promise<CaseDetail> {
    return this.queries.execute(new GetCaseQuery(actor, path.id));
  }

  @Post()
  @HttpCode(201)
  @Answers('CaseOpened', 'Open a case at the none start event of a process; answers its first tasks')
  open(
    @ActingPerson() actor: Actor,
    @BodyOf(openCaseRequest) body: OpenCaseRequest,
    @IdempotencyKey() key: string,
  ): Promise<CaseOpened> {
    return this.commands.execute(new OpenCaseCommand(actor, { ...body, data: body.data as JsonObject }, key));
  }
}
