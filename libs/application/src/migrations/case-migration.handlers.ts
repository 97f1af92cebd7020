import type { ActDone, MigrationReport } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { AppException, missing } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { BusinessCalendars } from '../calendars/index.js';
import { CaseTransition } from '../cases/index.js';
import { CaseReader } from '../casework/case-reader.port.js';
import { mustAdminister } from '../casework/oversight.js';
import { DefinitionCatalog } from '../definitions/index.js';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { KnownDirectory } from '../routing/index.js';
import { type Tx, UnitOfWork } from '../transaction/index.js';
import { migrationReport } from './migration-report.js';
import { MigrateCaseCommand, type Migration, PreviewMigrationQuery } from './migration.requests.js';
import { mustBeOneProcess } from './one-process.js';

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
      oncePerKey(this.keys, tx, request, () => this.move(tx, actor, caseId, migration, `migrate:${key}`)),
    );
  }

  private async move(
    tx: Tx,
    actor: Actor,
    caseId: string,
    { definitionId, mapping, reason }: Migration,
    stimulusId: string,
  ): Promise<ActDone> {
    const act = { reason };
    const moved = await this.transition.migrate(tx, {
      caseId,
      stimulusId,
      definitionId,
      mapping,
      actor,
      act,
    });
    if (!moved.ok) throw new AppException(moved.error);
    const { caseNo, createdTasks, ended } = moved.value;
    return {
      case: { id: caseId, caseNo, status: ended ? 'ended' : 'open' },
      tasks: createdTasks.filter(({ office }) => actor.officeIds.includes(office.id)),
    };
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
    mustBeOneProcess(from, to);
    return migrationReport(file, from, to, migration.mapping, rules, directory);
  }
}
