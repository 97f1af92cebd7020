import { Controller, Get, Res, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ReadFileQuery } from '@lianban/application';
import { documentParams, fileParams } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { FastifyReply } from 'fastify';
import { SignedIn } from '../http/access.js';
import { attachment } from '../http/attachment.js';
import { ActingPerson, PathOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

@Controller('api')
@SignedIn()
export class FilesController {
  constructor(private readonly queries: QueryBus) {}

  @Get('documents/:file')
  @Answers('file', 'A document of the case as PDF, some also as DOCX', 'application/pdf')
  async document(
    @ActingPerson() actor: Actor,
    @PathOf(documentParams) path: { readonly file: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const [id = '', format] = path.file.split('.');
    const kind = format === 'docx' ? 'document-text' : 'document';
    return attachment(reply, await this.queries.execute(new ReadFileQuery(actor, kind, id)));
  }

  @Get('files/:id')
  @Answers('file', 'An uploaded material', 'application/octet-stream')
  async upload(
    @ActingPerson() actor: Actor,
    @PathOf(fileParams) path: { readonly id: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return attachment(reply, await this.queries.execute(new ReadFileQuery(actor, 'upload', path.id)));
  }
}
