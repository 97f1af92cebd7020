import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  type CaseVerdict,
  GetMigrationRunQuery,
  ListCasesOfDefinitionQuery,
  MigrateCaseCommand,
  MigrateCasesCommand,
  PreviewMigrationPlanQuery,
  PreviewMigrationQuery,
} from '@lianban/application';
import {
  caseParams,
  definitionCasesQuery,
  definitionParams,
  migrateCaseRequest,
  migrationPlanPreviewRequest,
  migrationPlanRequest,
  type ActDone,
  type BulkOperationView,
  type CaseRow,
  type MigrateCaseRequest,
  type MigrationPlanPreview,
  type MigrationPlanPreviewRequest,
  type MigrationPlanRequest,
  type MigrationReport,
  type MigrationRunView,
  type MigrationVerdict,
  type Page,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { problemOf } from '@lianban/platform';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, IdempotencyKey, PathOf, QueryOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

interface IdPath {
  readonly id: string;
}

/** Running cases to another version of their process. */
@Controller('api')
@Roles('admin')
export class MigrationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('cases/:id/migration/preview')
  @HttpCode(200)
  @Answers(
    'MigrationReport',
    'What has no place in the other version, which timers are lost, which deadlines change',
  )
  preview(
    @ActingPerson() actor: Actor,
    @PathOf(caseParams) path: IdPath,
    @BodyOf(migrateCaseRequest) body: MigrateCaseRequest,
  ): Promise<MigrationReport> {
    return this.queries.execute(new PreviewMigrationQuery(actor, path.id, body));
  }

  @Post('cases/:id/migration')
  @HttpCode(200)
  @Answers('ActDone', 'Move one case to another version of its process')
  migrate(
    @ActingPerson() actor: Actor,
    @PathOf(caseParams) path: IdPath,
    @BodyOf(migrateCaseRequest) body: MigrateCaseRequest,
    @IdempotencyKey() key: string,
  ): Promise<ActDone> {
    return this.commands.execute(new MigrateCaseCommand(actor, path.id, body, key));
  }

  @Get('definitions/:id/cases')
  @Answers('Page<CaseRow>', 'Open cases of one version')
  cases(
    @ActingPerson() actor: Actor,
    @PathOf(definitionParams) path: IdPath,
    @QueryOf(definitionCasesQuery) page: { readonly after?: string; readonly limit?: number },
  ): Promise<Page<CaseRow>> {
    return this.queries.execute(new ListCasesOfDefinitionQuery(actor, path.id, page));
  }

  @Post('migrations/preview')
  @HttpCode(200)
  @Answers('MigrationPlanPreview', 'How often each finding occurs among the open cases of a version')
  previewPlan(
    @ActingPerson() actor: Actor,
    @BodyOf(migrationPlanPreviewRequest) body: MigrationPlanPreviewRequest,
  ): Promise<MigrationPlanPreview> {
    return this.queries.execute(new PreviewMigrationPlanQuery(actor, body));
  }

  @Post('migrations')
  @HttpCode(200)
  @Answers('BulkOperationView', 'Move the open cases of a version, whoever looks on; ordered twice it is one')
  migrateAll(
    @ActingPerson() actor: Actor,
    @BodyOf(migrationPlanRequest) body: MigrationPlanRequest,
    @IdempotencyKey() key: string,
  ): Promise<BulkOperationView> {
    return this.commands.execute(new MigrateCasesCommand(actor, body, key));
  }

  @Get('definitions/:id/migration')
  @Answers('MigrationRunView', 'The last plan for the cases of a version, and what became of each so far')
  async run(
    @ActingPerson() actor: Actor,
    @PathOf(definitionParams) path: IdPath,
    @QueryOf(definitionCasesQuery) page: { readonly after?: string; readonly limit?: number },
  ): Promise<MigrationRunView> {
    const run = await this.queries.execute(new GetMigrationRunQuery(actor, path.id, page));
    return { ...run, items: run.items.map(verdictOf) };
  }
}

const verdictOf = ({ refused, ...row }: CaseVerdict): MigrationVerdict => {
  if (refused === undefined) return { ...row, verdict: 'migrated' };
  const error = { kind: 'conflict', ...refused } as const;
  const say = (language: 'zh' | 'en'): string => problemOf(error, language).detail ?? refused.message;
  return { ...row, verdict: 'refused', code: refused.code, why: { zh: say('zh'), en: say('en') } };
};
