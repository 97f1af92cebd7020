import { type Actor, TASK_RULES, actsFor, checkForm } from '@lianban/domain';
import { type AppError, AppException, type JsonObject, conflict, invalid, missing } from '@lianban/kernel';
import type { UserTask } from '@lianban/process-runtime';
import { Injectable } from '@nestjs/common';
import type { LockedCase, StepSurroundings } from '../cases/index.js';
import { CaseTransition } from '../cases/index.js';
import { DefinitionCatalog, type PublishedDefinition } from '../definitions/index.js';
import type { Tx } from '../transaction/index.js';
import type { CompleteTaskCommand, TaskCompleted } from './complete-task.command.js';
import { alreadyClosed, judgeTask } from './judge-task.js';
import { type TaskFacts, TaskStore } from './task-store.port.js';

export interface TaskAtHand {
  readonly task: TaskFacts | undefined;
  readonly held: LockedCase | undefined;
}

/** Completes a task within a transaction that its caller owns: who keeps it, and who only looks what it would do. */
@Injectable()
export class TaskCompletion {
  constructor(
    private readonly tasks: TaskStore,
    private readonly transition: CaseTransition,
    private readonly definitions: DefinitionCatalog,
  ) {}

  /** The task and its case, under the lock of the case, in one round trip. */
  async look(tx: Tx, command: CompleteTaskCommand): Promise<TaskAtHand> {
    const { actor, taskId } = command;
    const [task, held] = await Promise.all([
      this.tasks.facts(tx, actor.tenant, taskId),
      this.transition.holdOfTask(tx, actor.tenant, taskId, stimulusOf(command)),
    ]);
    return { task, held };
  }

  async complete(tx: Tx, command: CompleteTaskCommand, { task, held }: TaskAtHand): Promise<TaskCompleted> {
    const { actor, taskId, body } = command;
    if (!task) throw missing('TASKS.UNKNOWN', 'There is no such task.', { details: { taskId } });
    const refused = judgeTask(actor, task);
    if (refused) throw refused;
    const form = formOf(body);
    this.checkBody(await this.definitions.byId(task.definitionId), task, form, body.outcome, body.opinion);
    const result = await this.transition.advance(tx, {
      caseId: task.caseId,
      held,
      stimulusId: stimulusOf(command),
      stimulus: {
        kind: 'complete-task',
        task: task.token,
        ...(body.outcome === undefined ? {} : { outcome: body.outcome }),
        data: form,
      },
      actor,
      around: { completion: { form, by: actor.id }, ...comingBack(task) },
      check: (held, definition) => checkHeld(held, definition, task, body.version, actor, form, body.outcome),
    });
    if (!result.ok) throw await this.explain(tx, actor, taskId, result.error);
    const { createdTasks, ended, caseId, caseNo, now } = result.value;
    return {
      task: {
        ...task.row,
        status: 'completed',
        ...(body.outcome === undefined ? {} : { outcome: body.outcome }),
        closedAt: now,
        version: body.version + 1,
      },
      next: createdTasks.filter(({ office }) => actor.officeIds.includes(office.id)),
      case: {
        id: caseId,
        caseNo,
        status: ended ? 'ended' : 'open',
        ...(ended?.outcome === undefined ? {} : { outcome: ended.outcome }),
      },
    };
  }

  private checkBody(
    definition: PublishedDefinition,
    task: TaskFacts,
    form: JsonObject,
    outcome: string | undefined,
    opinion: string | undefined,
  ): void {
    const node = userTask(definition, task.node);
    const schema = node.form === undefined ? undefined : definition.forms[node.form]?.zh;
    const places = [...checkForm(schema ?? {}, form)];
    const chosen = node.outcomes.find(({ code }) => code === outcome);
    if (node.outcomes.length > 0 && !chosen) {
      places.push({ path: 'outcome', message: 'The task has no such outcome.', code: 'no-choice' });
    }
    const said = opinion ?? form['opinion'];
    if (chosen?.reasonRequired === true && (typeof said !== 'string' || said.trim() === '')) {
      places.push({ path: 'opinion', message: 'This outcome needs a reason.', code: 'required' });
    }
    if (places.length > 0)
      throw invalid('TASKS.FORM_INVALID', 'The form is not complete or not valid.', { places });
  }

  /** The race was lost after all: tell who won. */
  private async explain(tx: Tx, actor: Actor, taskId: string, error: AppError): Promise<AppException> {
    if (error.code !== 'CASES.TASK_NOT_OPEN' && error.code !== 'CASES.ENDED') return new AppException(error);
    const now = await this.tasks.facts(tx, actor.tenant, taskId);
    return now && now.status !== 'open' ? alreadyClosed(now) : new AppException(error);
  }
}

/** 退回 with "come straight back": who returned the step gets it back. */
const comingBack = ({ returned }: TaskFacts): Pick<StepSurroundings, 'earlier'> => {
  if (returned?.then !== 'come-back') return {};
  const { node, officeId, person } = returned.from;
  return { earlier: [{ node, officeId, ...(person === undefined ? {} : { person }) }] };
};

const stimulusOf = ({ taskId, idempotencyKey }: CompleteTaskCommand): string =>
  `task:${taskId}:${idempotencyKey}`;

const formOf = (body: CompleteTaskCommand['body']): JsonObject =>
  body.opinion === undefined || body.opinion === '' ? body.form : { ...body.form, opinion: body.opinion };

const userTask = (definition: PublishedDefinition, id: string): UserTask => {
  const node = definition.plan.nodes[id];
  if (node?.type !== 'userTask' && node?.type !== 'manualTask')
    throw missing('TASKS.UNKNOWN', 'The step is no user task.', { details: { node: id } });
  return node;
};

/** Under the lock: still the same task, and the rules of the domain that look at the case. */
const checkHeld = (
  held: LockedCase,
  definition: PublishedDefinition,
  seen: TaskFacts,
  version: number,
  actor: Actor,
  form: JsonObject,
  outcome: string | undefined,
): AppError | undefined => {
  const current = held.tasks.find(({ token }) => token === seen.token);
  if (!current)
    return { kind: 'conflict', code: 'CASES.TASK_NOT_OPEN', message: 'The task is not open any more.' };
  if (current.assignee !== undefined && !actsFor(actor, current.assignee)) {
    return conflict('TASKS.CLAIMED_BY_OTHER', 'A colleague has claimed the task.').error;
  }
  if (current.version !== version) {
    return conflict(
      'TASKS.VERSION_STALE',
      'The task changed since you opened it. Look again before you complete it.',
      {
        details: { yours: version, current: current.version },
      },
    ).error;
  }
  for (const name of userTask(definition, seen.node).rules) {
    const refusal = TASK_RULES[name]?.({ node: seen.node, outcome, form, data: held.data });
    if (refusal) return refusal;
  }
  return undefined;
};
