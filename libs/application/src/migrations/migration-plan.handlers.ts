import type { BulkOperationView, CaseRow, MigrationPlanPreview, Page } from '@lianban/contracts';
import { conflict } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { BulkStore, bulkView } from '../bulk/index.js';
import { BusinessCalendars } from '../calendars/index.js';
import { CaseReader } from '../casework/case-reader.port.js';
import { mustAdminister } from '../casework/oversight.js';
import { DefinitionCatalog } from '../definitions/index.js';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { KnownDirectory } from '../routing/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { migrationReport } from './migration-report.js';
import {
  GetMigrationRunQuery,
  ListCasesOfDefinitionQuery,
  MigrateCasesCommand,
  PreviewMigrationPlanQuery,
} from './migration.requests.js';
import type { MigrationRun } from './migration-run.js';
import { MigrationStore } from './migration-store.port.js';
import { mustBeOneProcess } from './one-process.js';
import { MIGRATE_CASES, planParameters, readPlan, samePlan } from './plan-parameters.js';

const PAGE = 50;

/** Orders a plan. The same plan ordered twice is the one that is under way; another must wait for it. */
@CommandHandler(MigrateCasesCommand)
export class MigrateCasesHandler implements ICommandHandler<MigrateCasesCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly definitions: DefinitionCatalog,
    private readonly bulk: BulkStore,
    private readonly keys: IdempotencyRecords,
  ) {}

  async execute({ actor, plan, idempotencyKey: key }: MigrateCasesCommand): Promise<BulkOperationView> {
    mustAdminister(actor);
    const [from, to] = await Promise.all([
      this.definitions.byId(plan.from),
      this.definitions.byId(plan.definitionId),
    ]);
    mustBeOneProcess(from, to);
    if (from.id === to.id) throw conflict('MIGRATION.SAME_VERSION', 'The cases run on this version already.');
    const request = { actor, key, operation: `migrate cases of ${from.id}`, body: plan };
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.keys, tx, request, async () => {
        const operation = await this.bulk.orderOnce(tx, {
          kind: MIGRATE_CASES,
          subject: from.id,
          parameters: planParameters(plan),
          reason: plan.reason,
          actor,
        });
        if (samePlan(readPlan(operation.parameters), plan)) return bulkView(operation);
        throw conflict(
          'MIGRATION.PLAN_UNDER_WAY',
          'Another plan for the cases of this version is under way.',
          {
            details: { operation: operation.id },
          },
        );
      }),
    );
  }
}

@QueryHandler(GetMigrationRunQuery)
export class GetMigrationRunHandler implements IQueryHandler<GetMigrationRunQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly definitions: DefinitionCatalog,
    private readonly bulk: BulkStore,
    private readonly store: MigrationStore,
  ) {}

  async execute({ actor, definitionId, page }: GetMigrationRunQuery): Promise<MigrationRun> {
    mustAdminister(actor);
    const limit = page.limit ?? PAGE;
    const { operation, items } = await this.unitOfWork.readAs(actor, async (tx) => {
      const last = await this.bulk.lastAbout(tx, actor.tenant, MIGRATE_CASES, definitionId);
      return {
        operation: last,
        items: last ? await this.store.verdicts(tx, last.id, limit, page.after) : [],
      };
    });
    if (!operation) return { items };
    const plan = readPlan(operation.parameters);
    const [from, to] = await Promise.all([
      this.definitions.byId(plan.from),
      this.definitions.byId(plan.definitionId),
    ]);
    const last = items.at(-1);
    return {
      operation: bulkView(operation),
      versions: { name: from.name, from: from.version, to: to.version },
      items,
      ...(last && items.length === limit ? { next: last.caseId } : {}),
    };
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
    mustBeOneProcess(from, to);
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
