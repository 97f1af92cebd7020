import type {
  ActDone,
  CaseRow,
  MigrationPlanDone,
  MigrationPlanPreview,
  MigrationReport,
  Page,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { AppError } from '@lianban/kernel';
import { Command, Query } from '@nestjs/cqrs';

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

/** All open cases of one version, some at a time: `after` is where the last answer ended. */
export interface MigrationPlan extends Migration {
  readonly from: string;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The cases of a plan that were refused, with what each was refused with. */
export type PlanDone = Omit<MigrationPlanDone, 'refused'> & {
  readonly refused: readonly { readonly caseId: string; readonly caseNo: string; readonly error: AppError }[];
};

export class MigrateCasesCommand extends Command<PlanDone> {
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
    readonly plan: MigrationPlan,
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
