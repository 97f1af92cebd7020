import type { ActDone, CaseRow, MigrationPlanPreview, MigrationReport, Page } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { AppException, conflict, denied, missing } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { BusinessCalendars } from '../calendars/index.js';
import { CaseTransition } from '../cases/index.js';
import { CaseReader } from '../casework/case-reader.port.js';
import { DefinitionCatalog } from '../definitions/index.js';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { KnownDirectory } from '../routing/index.js';
import { type Tx, UnitOfWork } from '../transaction/index.js';
import { migrationReport } from './migration-report.js';
import {
  ListCasesOfDefinitionQuery,
  MigrateCaseCommand,
  MigrateCasesCommand,
  type Migration,
  type PlanDone,
  PreviewMigrationPlanQuery,
  PreviewMigrationQuery,
} from './migration.commands.js';

const PAGE = 50;

const mustAdminister = (actor: Actor): void => {
  if (!actor.roles.includes('admin')) throw denied('ACTS.NOT_YOURS', 'Your post does not allow this act.');
};

const moveCase = async (
  transition: CaseTransition,
  tx: Tx,
  actor: Actor,
  caseId: string,
  { definitionId, mapping, reason }: Migration,
  stimulusId: string,
): Promise<ActDone> => {
  const moved = await transition.migrate(tx, {
    caseId,
    stimulusId,
    definitionId,
    mapping,
    actor,
    act: { reason },
  });
  if (!moved.ok) throw new AppException(moved.error);
  const { caseNo, createdTasks, ended } = moved.value;
  return {
    case: { id: caseId, caseNo, status: ended ? 'ended' : 'open' },
    tasks: createdTasks.filter(({ office }) => actor.officeIds.includes(office.id)),
  };
};

@CommandHandler(MigrateCaseCommand)
export class MigrateCaseHandler implements ICommandHandler<MigrateCaseCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transition: CaseTransition,
    private readonly keys: IdempotencyRecords,
  ) {}

  execute({ actor, caseId, migration, idempotencyKey: key }: MigrateCaseCommand): Promise<ActDone> {
    mustAdminister(actor);
    const request = { actor, key, operation: `migrate ${caseId}`, body: migration };
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.keys, tx, request, () =>
        moveCase(this.transition, tx, actor, caseId, migration, `migrate:${key}`),
      ),
    );
  }
}

/**
 * A plan moves some cases a call, each in a transaction of its own; where it stops it goes on from its cursor, and a
 * case that has been moved already is no longer among those of the old version.
 */
@CommandHandler(MigrateCasesCommand)
export class MigrateCasesHandler implements ICommandHandler<MigrateCasesCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly transition: CaseTransition,
  ) {}

  async execute({ actor, plan, idempotencyKey: key }: MigrateCasesCommand): Promise<PlanDone> {
    mustAdminister(actor);
    const cases = await this.unitOfWork.readAs(actor, (tx) =>
      this.reader.openOfDefinition(tx, actor.tenant, plan.from, plan.limit, plan.after),
    );
    const migrated: PlanDone['migrated'][number][] = [];
    const refused: PlanDone['refused'][number][] = [];
    for (const { id: caseId, caseNo } of cases) {
      try {
        await this.unitOfWork.withActor(actor, (tx) =>
          moveCase(this.transition, tx, actor, caseId, plan, `migrate:${key}`),
        );
        migrated.push({ caseId, caseNo });
      } catch (failure) {
        if (!(failure instanceof AppException)) throw failure;
        refused.push({ caseId, caseNo, error: failure.error });
      }
    }
    const last = cases.at(-1);
    return { migrated, refused, ...(last && cases.length === plan.limit ? { next: last.id } : {}) };
  }
}

@QueryHandler(PreviewMigrationQuery)
export class PreviewMigrationHandler implements IQueryHandler<PreviewMigrationQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly definitions: DefinitionCatalog,
    private readonly calendars: BusinessCalendars,
    private readonly directory: KnownDirectory,
  ) {}

  async execute({ actor, caseId, migration }: PreviewMigrationQuery): Promise<MigrationReport> {
    mustAdminister(actor);
    const file = await this.unitOfWork.withActor(actor, (tx) =>
      this.reader.caseFile(tx, actor.tenant, caseId),
    );
    if (!file) throw missing('CASES.UNKNOWN', 'There is no such case.', { details: { caseId } });
    const [from, to, rules, directory] = await Promise.all([
      this.definitions.byId(file.definitionId),
      this.definitions.byId(migration.definitionId),
      this.calendars.of(actor.tenant),
      this.directory.of(actor.tenant),
    ]);
    if (to.tenant !== from.tenant || to.key !== from.key)
      throw conflict(
        'MIGRATION.OTHER_PROCESS',
        'The case can only come to another version of its own process.',
      );
    return migrationReport(file, from, to, migration.mapping, rules, directory);
  }
}

@QueryHandler(PreviewMigrationPlanQuery)
export class PreviewMigrationPlanHandler implements IQueryHandler<PreviewMigrationPlanQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly definitions: DefinitionCatalog,
    private readonly calendars: BusinessCalendars,
    private readonly directory: KnownDirectory,
  ) {}

  async execute({ actor, plan }: PreviewMigrationPlanQuery): Promise<MigrationPlanPreview> {
    mustAdminister(actor);
    const [from, to, rules, directory] = await Promise.all([
      this.definitions.byId(plan.from),
      this.definitions.byId(plan.definitionId),
      this.calendars.of(actor.tenant),
      this.directory.of(actor.tenant),
    ]);
    if (to.tenant !== from.tenant || to.key !== from.key)
      throw conflict(
        'MIGRATION.OTHER_PROCESS',
        'The case can only come to another version of its own process.',
      );
    const { cases, reports } = await this.unitOfWork.readAs(actor, async (tx) => {
      const rows = await this.reader.openOfDefinition(tx, actor.tenant, plan.from, plan.limit, plan.after);
      const files = [];
      for (const { id } of rows) {
        const file = await this.reader.caseFile(tx, actor.tenant, id);
        if (file) files.push(migrationReport(file, from, to, plan.mapping, rules, directory));
      }
      return { cases: rows, reports: files };
    });
    const findings = new Map<string, MigrationPlanPreview['findings'][number]>();
    for (const { code, node, name } of reports.flatMap((report) => [
      ...report.problems,
      ...report.lostTimers,
    ])) {
      const known = findings.get(`${code} ${node}`);
      findings.set(`${code} ${node}`, { code, node, name, cases: (known?.cases ?? 0) + 1 });
    }
    const last = cases.at(-1);
    return {
      cases: reports.length,
      ready: reports.filter(({ problems }) => problems.length === 0).length,
      refused: reports.filter(({ problems }) => problems.length > 0).length,
      findings: [...findings.values()],
      deadlinesMoved: reports.filter(({ deadlines }) => deadlines.some(({ change }) => change === 'moved'))
        .length,
      ...(last && cases.length === plan.limit ? { next: last.id } : {}),
    };
  }
}

@QueryHandler(ListCasesOfDefinitionQuery)
export class ListCasesOfDefinitionHandler implements IQueryHandler<ListCasesOfDefinitionQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: CaseReader,
  ) {}

  async execute({ actor, definitionId, page }: ListCasesOfDefinitionQuery): Promise<Page<CaseRow>> {
    mustAdminister(actor);
    const limit = page.limit ?? PAGE;
    const items = await this.unitOfWork.readAs(actor, (tx) =>
      this.reader.openOfDefinition(tx, actor.tenant, definitionId, limit, page.after),
    );
    const last = items.at(-1);
    return { items, ...(last && items.length === limit ? { next: last.id } : {}) };
  }
}
