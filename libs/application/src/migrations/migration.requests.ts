import type {
  ActDone,
  BulkOperationView,
  CaseRow,
  MigrationPlanPreview,
  MigrationReport,
  Page,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Command, Query } from '@nestjs/cqrs';
import type { MigrationRun } from './migration-run.js';

export interface Migration {
  readonly definitionId: string;
  readonly mapping: Readonly<Record<string, string>>;
  readonly reason: string;
}

/** Moves one case to another version of its process. */
export class MigrateCaseCommand extends Command<ActDone> {
  constructor(
    readonly actor: Actor,
    readonly caseId: string,
    readonly migration: Migration,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** What the migration would meet: what has no place, which timers are lost, which deadlines change. */
export class PreviewMigrationQuery extends Query<MigrationReport> {
  constructor(
    readonly actor: Actor,
    readonly caseId: string,
    readonly migration: Omit<Migration, 'reason'>,
  ) {
    super();
  }
}

/** All open cases of one version. */
export interface MigrationPlan extends Migration {
  readonly from: string;
}

/** The look at a plan goes some cases at a time: `after` is where the last answer ended. */
export interface PlanPage extends MigrationPlan {
  readonly after?: string | undefined;
  readonly limit: number;
}

export class MigrateCasesCommand extends Command<BulkOperationView> {
  constructor(
    readonly actor: Actor,
    readonly plan: MigrationPlan,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

export class PreviewMigrationPlanQuery extends Query<MigrationPlanPreview> {
  constructor(
    readonly actor: Actor,
    readonly plan: PlanPage,
  ) {
    super();
  }
}

/** The last plan for the cases of this version, and what became of each. */
export class GetMigrationRunQuery extends Query<MigrationRun> {
  constructor(
    readonly actor: Actor,
    readonly definitionId: string,
    readonly page: { readonly after?: string | undefined; readonly limit?: number | undefined },
  ) {
    super();
  }
}

/** Open cases of one version. */
export class ListCasesOfDefinitionQuery extends Query<Page<CaseRow>> {
  constructor(
    readonly actor: Actor,
    readonly definitionId: string,
    readonly page: { readonly after?: string | undefined; readonly limit?: number | undefined },
  ) {
    super();
  }
}
