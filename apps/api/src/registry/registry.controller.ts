import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ImportLedgerCommand,
  ledgerTemplate,
  ListInstitutionsQuery,
  RegisterInstitutionCommand,
  type LedgerReport,
} from '@lianban/application';
import {
  institutionsQuery,
  ledgerQuery,
  registerInstitutionRequest,
  type InstitutionRow,
  type Page,
  type RegisterInstitutionRequest,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, IdempotencyKey, QueryOf } from '../http/parameters.js';
import { uploadedFile } from '../http/uploaded-file.js';
import { Answers } from '../openapi/answers.js';

@Controller('api/registry')
export class RegistryController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('institutions')
  @HttpCode(200)
  @Roles('registrar')
  @Answers('InstitutionRow', 'Register an institution; institution.registered leaves with the row')
  register(
    @ActingPerson() actor: Actor,
    @BodyOf(registerInstitutionRequest) body: RegisterInstitutionRequest,
    @IdempotencyKey() key: string,
  ): Promise<InstitutionRow> {
    return this.commands.execute(new RegisterInstitutionCommand(actor, body, key));
  }

  @Get('institutions')
  @Roles('registrar', 'clerk', 'supervisor', 'admin')
  @Answers('Page<InstitutionRow>', 'Institutions of one’s districts, latest first')
  list(
    @ActingPerson() actor: Actor,
    @QueryOf(institutionsQuery)
    query: { readonly q?: string; readonly after?: string; readonly limit?: number },
  ): Promise<Page<InstitutionRow>> {
    return this.queries.execute(new ListInstitutionsQuery(actor, query));
  }

  @Post('ledger')
  @HttpCode(200)
  @Roles('registrar')
  @Answers('LedgerReport', 'Import a CSV or XLSX ledger: a verdict for each row')
  async ledger(
    @ActingPerson() actor: Actor,
    @QueryOf(ledgerQuery) query: { readonly dryRun?: boolean },
    @Req() request: FastifyRequest,
    @IdempotencyKey() key: string,
  ): Promise<LedgerReport> {
    const { bytes } = await uploadedFile(request);
    return this.commands.execute(new ImportLedgerCommand(actor, bytes, query.dryRun ?? false, key));
  }

  @Get('ledger-template.csv')
  @Roles('registrar')
  @Answers('file', 'The ledger’s header with an example', 'text/csv')
  template(@Res({ passthrough: true }) reply: FastifyReply): string {
    reply.type('text/csv; charset=utf-8');
    reply.header('content-disposition', 'attachment; filename="ledger-template.csv"');
    return ledgerTemplate();
  }
}
