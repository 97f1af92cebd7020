import { Controller, Get, HttpCode, Post, Put, Req } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  GetPortalFormQuery,
  GetPortalQuery,
  SaveFilingDraftCommand,
  StoreFileCommand,
  SubmitFilingCommand,
  SubmitSupplementCommand,
  type FormPair,
} from '@lianban/application';
import {
  portalFormParams,
  portalFormRequest,
  type PortalView,
  type StoredFileView,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { FastifyRequest } from 'fastify';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, IdempotencyKey, PathOf } from '../http/parameters.js';
import { uploadedFile } from '../http/uploaded-file.js';
import { Answers } from '../openapi/answers.js';

interface FormBody {
  readonly form: Readonly<Record<string, unknown>>;
}

@Controller('api/portal')
@Roles('institution')
export class PortalController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Answers('PortalView', 'Where the institution stands and what is asked of it')
  page(@ActingPerson() actor: Actor): Promise<PortalView> {
    return this.queries.execute(new GetPortalQuery(actor));
  }

  @Get('forms/:name')
  @Answers('FormPair', 'The filing or supplement form as form-js schemas')
  form(
    @ActingPerson() actor: Actor,
    @PathOf(portalFormParams) path: { readonly name: 'filing' | 'supplement' },
  ): Promise<FormPair> {
    return this.queries.execute(new GetPortalFormQuery(actor, path.name));
  }

  @Post('files')
  @HttpCode(200)
  @Answers('StoredFileView', 'Upload a scan (PDF, PNG, JPG; 10 MB at most)')
  async upload(
    @ActingPerson() actor: Actor,
    @Req() request: FastifyRequest,
    @IdempotencyKey() key: string,
  ): Promise<StoredFileView> {
    const { name, bytes } = await uploadedFile(request);
    return this.commands.execute(new StoreFileCommand(actor, name, bytes, key));
  }

  @Put('filing/draft')
  @Answers('PortalView', 'Keep the filing as it is')
  draft(@ActingPerson() actor: Actor, @BodyOf(portalFormRequest) body: FormBody): Promise<PortalView> {
    return this.commands.execute(new SaveFilingDraftCommand(actor, body.form));
  }

  @Post('filing')
  @HttpCode(200)
  @Answers('PortalView', 'Submit the filing; uploads are named in form.materials')
  file(
    @ActingPerson() actor: Actor,
    @BodyOf(portalFormRequest) body: FormBody,
    @IdempotencyKey() key: string,
  ): Promise<PortalView> {
    return this.commands.execute(new SubmitFilingCommand(actor, body.form, key));
  }

  @Post('supplement')
  @HttpCode(200)
  @Answers('PortalView', 'Answer the one-time notice of missing materials')
  supplement(
    @ActingPerson() actor: Actor,
    @BodyOf(portalFormRequest) body: FormBody,
    @IdempotencyKey() key: string,
  ): Promise<PortalView> {
    return this.commands.execute(new SubmitSupplementCommand(actor, body.form, key));
  }
}
