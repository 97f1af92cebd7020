import { Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  GetDecisionFilesQuery,
  GetDefinitionXmlQuery,
  GetHouseQuery,
  ListDefinitionsQuery,
  PublishDefinitionCommand,
} from '@lianban/application';
import {
  definitionParams,
  houseQuery,
  publishDefinitionRequest,
  type DecisionFile,
  type DefinitionRow,
  type HouseRequest,
  type HouseView,
  type PublishDefinitionRequest,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, PathOf, QueryOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

@Controller('api/definitions')
@Roles('clerk', 'registrar', 'supervisor', 'admin')
export class DefinitionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Answers('DefinitionRow[]', 'Processes in their current version')
  list(@ActingPerson() actor: Actor): Promise<readonly DefinitionRow[]> {
    return this.queries.execute(new ListDefinitionsQuery(actor));
  }

  @Get('house')
  @Roles('admin')
  @Answers('HouseView', 'What a process is judged against before it is published')
  house(@ActingPerson() actor: Actor, @QueryOf(houseQuery) query: HouseRequest): Promise<HouseView> {
    return this.queries.execute(new GetHouseQuery(actor, query));
  }

  @Get(':id/bpmn')
  @Header('content-type', 'application/xml; charset=utf-8')
  @Answers('BPMN 2.0', 'The process as it was published', 'application/xml')
  xml(
    @ActingPerson() actor: Actor,
    @PathOf(definitionParams) path: { readonly id: string },
  ): Promise<string> {
    return this.queries.execute(new GetDefinitionXmlQuery(actor, path.id));
  }

  @Get(':id/decisions')
  @Answers('DecisionFile[]', 'The decision models that were published with the process')
  decisions(
    @ActingPerson() actor: Actor,
    @PathOf(definitionParams) path: { readonly id: string },
  ): Promise<readonly DecisionFile[]> {
    return this.queries.execute(new GetDecisionFilesQuery(actor, path.id));
  }

  @Post()
  @HttpCode(201)
  @Roles('admin')
  @Answers('PublishedDefinition', 'Publish a process; each problem comes back with its element')
  publish(
    @ActingPerson() actor: Actor,
    @BodyOf(publishDefinitionRequest) body: PublishDefinitionRequest,
  ): Promise<{ readonly id: string; readonly version: number }> {
    const { incompleteNote, ...manifest } = body.manifest;
    return this.commands.execute(
      new PublishDefinitionCommand(
        actor,
        body.xml,
        { ...manifest, ...(incompleteNote === undefined ? {} : { incompleteNote }) },
        body.forms,
        body.decisions,
      ),
    );
  }
}
