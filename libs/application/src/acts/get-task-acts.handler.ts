import type { ReturnStep } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { type AppError, AppException, conflict, denied, missing } from '@lianban/kernel';
import type { OperatorCommand } from '@lianban/process-runtime';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { CaseRunner } from '../cases/index.js';
import { CaseReader, type CaseRecord } from '../casework/case-reader.port.js';
import { leadOfficeOf } from '../casework/lead-office.js';
import { overseesAll } from '../casework/oversight.js';
import { signingRuleOf } from '../casework/signing-rounds.js';
import { DefinitionCatalog, type PublishedDefinition } from '../definitions/index.js';
import { KnownDirectory } from '../routing/index.js';
import { type TaskFacts, TaskStore, judgeTask } from '../tasks/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { type ActVerdict, GetTaskActsQuery, type TaskActVerdicts } from './acts.commands.js';
import { EarlierSteps } from './earlier-steps.port.js';
import { mayReturn, mayTakeBack } from './return-rules.js';
import { judgeOwnCompletion } from './returning-acts.js';

type Refusal = AppError | undefined;

const THEN = ['walk-again', 'come-back'] as const;

/** Asks the reducer itself, without storing anything, which acts it would take now. */
@QueryHandler(GetTaskActsQuery)
export class GetTaskActsHandler implements IQueryHandler<GetTaskActsQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: TaskStore,
    private readonly reader: CaseReader,
    private readonly earlier: EarlierSteps,
    private readonly definitions: DefinitionCatalog,
    private readonly directory: KnownDirectory,
    private readonly runner: CaseRunner,
  ) {}

  async execute({ actor, taskId }: GetTaskActsQuery): Promise<TaskActVerdicts> {
    const { task, file, steps } = await this.unitOfWork.withActor(actor, async (tx) => {
      const found = await this.tasks.facts(tx, actor.tenant, taskId);
      if (!found) throw missing('TASKS.UNKNOWN', 'There is no such task.', { details: { taskId } });
      const [caseFile, done] = await Promise.all([
        this.reader.caseFile(tx, actor.tenant, found.caseId),
        this.earlier.ofCase(tx, found.caseId),
      ]);
      if (!caseFile) throw missing('CASES.UNKNOWN', 'There is no such case.');
      return { task: found, file: caseFile, steps: done };
    });
    const takesPart = file.tasks.some(({ office }) => actor.officeIds.includes(office.id));
    if (!takesPart && !overseesAll(actor))
      throw denied('TASKS.NOT_YOUR_OFFICE', 'The task belongs to another office.', {
        details: { office: task.officeName },
      });
    const definition = await this.definitions.byId(file.definitionId);
    const would = (command: OperatorCommand): Refusal => this.runner.probe(definition, file, command);
    const notMine = judgeTask(actor, task);
    const returnSteps = steps.flatMap((step): ReturnStep[] => {
      const then = THEN.filter(
        (how) =>
          !mayReturn(definition.plan, task.node, step.node, how) &&
          !would({ kind: 'return-to', task: task.token, node: step.node, then: how }),
      );
      const node = definition.plan.nodes[step.node];
      if (then.length === 0 || !node) return [];
      return [
        {
          node: step.node,
          name: node.name,
          ...(node.stepNo === undefined ? {} : { stepNo: node.stepNo }),
          office: { id: step.officeId, name: step.officeName },
          ...(step.by ? { by: step.by } : {}),
          doneAt: step.doneAt,
          then,
        },
      ];
    });
    const offered = notMine ? [] : returnSteps;
    const nowhere = conflict('ACTS.NO_STEP_TO_RETURN_TO', 'No earlier step can be chosen.');
    return {
      taskId,
      return: { ...possible(notMine ?? (offered.length === 0 ? nowhere : undefined)), steps: offered },
      takeBack: this.takeBack(actor, task, definition, would),
      dispute: possible(notMine),
      ...(await this.signers(actor, task, file, definition, would)),
    };
  }

  private takeBack(
    actor: Actor,
    task: TaskFacts,
    { plan }: PublishedDefinition,
    would: (command: OperatorCommand) => Refusal,
  ): ActVerdict {
    const refused = judgeOwnCompletion(actor, task) ?? mayTakeBack(plan, task.node);
    return possible(refused ?? would({ kind: 'take-back', task: task.token }));
  }

  private async signers(
    actor: Actor,
    task: TaskFacts,
    file: CaseRecord,
    { plan }: PublishedDefinition,
    would: (command: OperatorCommand) => Refusal,
  ): Promise<Pick<TaskActVerdicts, 'addSigner' | 'removeSigner'>> {
    const node = plan.nodes[task.node];
    const rule = node && signingRuleOf(node);
    const lead = leadOfficeOf(plan, task.node, file, await this.directory.of(actor.tenant));
    const refused =
      task.activity === undefined || !rule
        ? conflict('ACTS.NO_COUNTERSIGNING', 'The task is not one of a countersigning.')
        : !rule.open
          ? conflict('ACTS.SIGNERS_FIXED', 'The process does not let signers be added or removed.')
          : lead === undefined || !actor.officeIds.includes(lead)
            ? denied(
                'ACTS.NOT_THE_LEAD',
                'Only the office that leads the countersigning may change its signers.',
              )
            : undefined;
    const activity = task.activity ?? '';
    return {
      addSigner: possible(refused ?? would({ kind: 'add-signer', activity, item: null })),
      removeSigner: possible(refused ?? would({ kind: 'remove-signer', task: task.token })),
    };
  }
}

const possible = (refused: AppException | Refusal): ActVerdict => ({
  refused: refused instanceof AppException ? refused.error : refused,
});
