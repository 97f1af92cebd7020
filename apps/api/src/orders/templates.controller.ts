import { Controller, Get, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ListTemplatesQuery, PublishTemplateCommand } from '@lianban/application';
import {
  saveTemplateRequest,
  templateParams,
  type DocumentTemplateView,
  type SaveTemplateRequest,
  type TemplateKind,
  type TemplateVersion,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, PathOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

/** 文书模板. */
@Controller('api/document-templates')
@Roles('admin')
export class TemplatesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Answers('DocumentTemplateView[]', 'The words of legal documents, and what may stand in them')
  list(@ActingPerson() actor: Actor): Promise<readonly DocumentTemplateView[]> {
    return this.queries.execute(new ListTemplatesQuery(actor));
  }

  @Put(':kind')
  @Answers('TemplateVersion', 'Publish the next version; a placeholder that cannot be filled is refused')
  publish(
    @ActingPerson() actor: Actor,
    @PathOf(templateParams) path: { readonly kind: TemplateKind },
    @BodyOf(saveTemplateRequest) body: SaveTemplateRequest,
  ): Promise<TemplateVersion> {
    return this.commands.execute(new PublishTemplateCommand(actor, path.kind, body));
  }
}
