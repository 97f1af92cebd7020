import { AppException, invalid } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DefinitionCatalog } from '../definitions/index.js';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { type Tx, UnitOfWork } from '../transaction/index.js';
import { CaseTransition } from './case-transition.js';
import { type CaseOpened, OpenCaseCommand } from './open-case.command.js';

@CommandHandler(OpenCaseCommand)
export class OpenCaseHandler implements ICommandHandler<OpenCaseCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly definitions: DefinitionCatalog,
    private readonly transition: CaseTransition,
    private readonly keys: IdempotencyRecords,
  ) {}

  execute(command: OpenCaseCommand): Promise<CaseOpened> {
    const { actor, body, idempotencyKey: key } = command;
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.keys, tx, { actor, key, operation: 'open-case', body }, () => this.open(tx, command)),
    );
  }

  private async open(tx: Tx, { actor, body, idempotencyKey }: OpenCaseCommand): Promise<CaseOpened> {
    const definition = await this.definitions.current(actor.tenant, body.definitionKey);
    const start = Object.values(definition.plan.nodes).find(
      (node) => node.type === 'startEvent' && node.parent === undefined && node.trigger.kind === 'none',
    );
    if (!start) {
      throw invalid('CASES.STARTED_BY_EVENT', 'This process starts with an event, not by hand.', {
        places: [{ path: 'definitionKey', message: body.definitionKey }],
      });
    }
    const title = body.title ?? definition.name.zh;
    const opened = await this.transition.open(tx, {
      definition,
      startEvent: start.id,
      stimulusId: `open:${idempotencyKey}`,
      data: body.data,
      district: body.district,
      title,
      actor,
      ...(body.businessKey === undefined ? {} : { businessKey: body.businessKey }),
    });
    if (!opened.ok) throw new AppException(opened.error);
    const { caseId, caseNo, createdTasks, ended } = opened.value;
    return {
      case: { id: caseId, caseNo, title, district: body.district, status: ended ? 'ended' : 'open' },
      tasks: createdTasks.filter(({ office }) => actor.officeIds.includes(office.id)),
    };
  }
}
