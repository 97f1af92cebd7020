import { type Actor, returningTo, takingBack } from '@lianban/domain';
import { conflict, denied, invalid } from '@lianban/kernel';
import { Injectable } from '@nestjs/common';
import type { PersonalAct, ReturnedTask, Transition } from '../cases/index.js';
import { DefinitionCatalog } from '../definitions/index.js';
import { type TaskFacts, TaskStore, judgeTask } from '../tasks/index.js';
import type { Tx } from '../transaction/index.js';
import type { ActRequest } from './act-request.js';
import type { TaskAct } from './case-act.js';
import { EarlierSteps } from './earlier-steps.port.js';
import { mayReturn, mayTakeBack } from './return-rules.js';

/** Version of a task that nobody has claimed or given back since it was made. */
const AS_CREATED = 1;

/** 退回 and 撤回: a step that was done is done again, by whoever had it. */
@Injectable()
export class ReturningActs {
  constructor(
    private readonly earlier: EarlierSteps,
    private readonly definitions: DefinitionCatalog,
    private readonly tasks: TaskStore,
  ) {}

  async returned(
    tx: Tx,
    actor: Actor,
    act: Extract<TaskAct, { kind: 'return-to' }>,
    task: TaskFacts,
  ): Promise<ActRequest> {
    const refused = judgeTask(actor, task);
    if (refused) throw refused;
    const { node, then, reason } = act;
    const [steps, { plan }] = await Promise.all([
      this.earlier.ofCase(tx, task.caseId),
      this.definitions.byId(task.definitionId),
    ]);
    const step = steps.find((candidate) => candidate.node === node);
    if (!step) {
      throw invalid('ACTS.STEP_NOT_DONE', 'This step has not been done in this case.', {
        places: [{ path: 'node', message: node }],
      });
    }
    const forbidden = mayReturn(plan, task.node, node, then);
    if (forbidden) throw forbidden;
    const { officeId, person } = step;
    return {
      caseId: task.caseId,
      stimulus: { kind: 'return-to', task: task.token, node, then },
      around: {
        earlier: [{ node, officeId, ...(person === undefined ? {} : { person }) }],
        act: {
          ...actOn(task, reason),
          returned: returnedBy(actor, task, reason, then),
          back: returningTo(plan, node, then),
        },
      },
      check: (held) => stillMine(held.tasks, task, actor),
    };
  }

  async takenBack(
    tx: Tx,
    actor: Actor,
    { reason }: Extract<TaskAct, { kind: 'take-back' }>,
    task: TaskFacts,
  ): Promise<ActRequest> {
    const refused = judgeOwnCompletion(actor, task);
    if (refused) throw refused;
    const { plan } = await this.definitions.byId(task.definitionId);
    const forbidden = mayTakeBack(plan, task.node);
    if (forbidden) throw forbidden;
    const { activity, node, officeId } = task;
    const round = activity === undefined ? [] : await this.earlier.round(tx, task.caseId, activity);
    return {
      caseId: task.caseId,
      stimulus: { kind: 'take-back', task: task.token },
      around: {
        // Whoever else had a task of the round has it again where the round is opened again.
        earlier: [
          ...round.map((one) => (one.token === task.token ? { ...one, person: actor.id } : one)),
          ...(activity === undefined ? [{ node, officeId, person: actor.id }] : []),
        ],
        act: {
          ...actOn(task, reason),
          returned: returnedBy(actor, task, reason, 'take-back'),
          back: takingBack(task.node, task.closedAt ?? ''),
        },
      },
    };
  }

  /**
   * Nobody may have taken up what came of the completion: claimed it, or begun to fill it in. What went straight to a
   * person and was not looked after yet is not taken up. The caller's transaction is rolled back.
   */
  async judgeTakenBack(tx: Tx, { closedTasks, createdTasks }: Transition): Promise<void> {
    const claimed = closedTasks.some(
      ({ assignee, version }) => assignee !== undefined && version > AS_CREATED,
    );
    const ids = closedTasks.map(({ id }) => id);
    if (claimed || (await this.tasks.anyDrafts(tx, ids)))
      throw conflict('ACTS.TAKEN_UP', 'Somebody has taken up what came of it.');
    await this.tasks.carryDrafts(
      tx,
      createdTasks.map(({ id }) => id),
    );
  }
}

/** Your own completion, in an office you still belong to. */
export const judgeOwnCompletion = (actor: Actor, task: TaskFacts) => {
  if (!actor.officeIds.includes(task.officeId)) {
    return denied('TASKS.NOT_YOUR_OFFICE', 'The task belongs to another office.', {
      details: { office: task.officeName },
    });
  }
  if (task.status !== 'completed')
    return conflict('ACTS.NOT_COMPLETED', 'Only a completed task can be taken back.');
  if (task.closedBy?.id !== actor.id)
    return denied('ACTS.NOT_YOUR_COMPLETION', 'Only who completed the task can take it back.');
  if (task.row.suspended) return conflict('CASES.SUSPENDED', 'The case is suspended.');
  return undefined;
};

const actOn = ({ officeId, id }: TaskFacts, reason: string): PersonalAct => ({
  reason,
  officeId,
  taskId: id,
});

const returnedBy = (
  actor: Actor,
  { node, officeId, assignee }: TaskFacts,
  reason: string,
  then: ReturnedTask['then'],
): ReturnedTask => ({
  reason,
  by: actor.name,
  from: { node, officeId, ...(assignee === undefined ? {} : { person: assignee }) },
  then,
});

const stillMine = (
  open: readonly { readonly token: string; readonly assignee?: string }[],
  { token }: TaskFacts,
  actor: Actor,
) => {
  const current = open.find((task) => task.token === token);
  return current?.assignee !== undefined && current.assignee !== actor.id
    ? conflict('TASKS.CLAIMED_BY_OTHER', 'A colleague has claimed the task.').error
    : undefined;
};
