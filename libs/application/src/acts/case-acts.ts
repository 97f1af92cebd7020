import type { ActDone } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { AppException, denied, missing } from '@lianban/kernel';
import type { Stimulus } from '@lianban/process-runtime';
import { Injectable } from '@nestjs/common';
import { CaseTransition, EffectStore, type Transition } from '../cases/index.js';
import { overseesAll } from '../casework/oversight.js';
import { TaskStore } from '../tasks/index.js';
import type { Tx } from '../transaction/index.js';
import type { ActRequest } from './act-request.js';
import { onClock } from './on-clock.js';
import type { Act, CaseAct, TaskAct } from './case-act.js';
import { ReturningActs } from './returning-acts.js';
import { SigningActs } from './signing-acts.js';

/** Performs an act within a transaction that its caller owns: who keeps it, and who only looks what it would do. */
@Injectable()
export class CaseActs {
  constructor(
    private readonly tasks: TaskStore,
    private readonly transition: CaseTransition,
    private readonly returning: ReturningActs,
    private readonly signing: SigningActs,
    private readonly effects: EffectStore,
  ) {}

  async caseOf(tx: Tx, actor: Actor, act: Act): Promise<string> {
    if (!('taskId' in act)) return act.caseId;
    return (await this.taskOf(tx, actor, act.taskId)).caseId;
  }

  async perform(tx: Tx, actor: Actor, act: Act, stimulusId: string): Promise<ActDone> {
    if ('clockId' in act) {
      const done = await this.transition.actOnClock(tx, { ...onClock(actor, act), stimulusId });
      if (!done.ok) throw new AppException(done.error);
      return doneBy(actor, done.value);
    }
    const request = 'taskId' in act ? await this.onTask(tx, actor, act) : onCase(actor, act);
    const moved = await this.transition.advance(tx, { ...request, actor, stimulusId });
    if (!moved.ok) throw new AppException(moved.error);
    if (act.kind === 'take-back') await this.returning.judgeTakenBack(tx, moved.value);
    if (act.kind === 'resume') await this.applyHeldAnswers(tx, actor, act.caseId);
    return doneBy(actor, moved.value);
  }

  private async onTask(tx: Tx, actor: Actor, act: TaskAct): Promise<ActRequest> {
    const task = await this.taskOf(tx, actor, act.taskId);
    switch (act.kind) {
      case 'return-to':
        return this.returning.returned(tx, actor, act, task);
      case 'take-back':
        return this.returning.takenBack(tx, actor, act, task);
      case 'add-signer':
        return this.signing.added(tx, actor, act, task);
      case 'remove-signer':
        return this.signing.removed(actor, act, task);
    }
  }

  private async taskOf(tx: Tx, actor: Actor, taskId: string) {
    const task = await this.tasks.facts(tx, actor.tenant, taskId);
    if (!task) throw missing('TASKS.UNKNOWN', 'There is no such task.', { details: { taskId } });
    return task;
  }

  /** What other systems answered while the case was suspended moves it now, each answer once. */
  private async applyHeldAnswers(tx: Tx, actor: Actor, caseId: string): Promise<void> {
    for (const { id, token, result } of await this.effects.held(tx, caseId)) {
      await this.effects.settle(tx, id, ['held'], 'done', {});
      const moved = await this.transition.advance(tx, {
        caseId,
        stimulusId: `effect:${id}`,
        stimulus: { kind: 'service-result', token, result },
        actor,
      });
      if (!moved.ok && moved.error.code !== 'CASES.SERVICE_NOT_OPEN' && moved.error.code !== 'CASES.ENDED')
        throw new AppException(moved.error);
    }
  }
}

const onCase = (actor: Actor, act: CaseAct): ActRequest => {
  const allowed =
    act.kind === 'suspend' || act.kind === 'resume' ? overseesAll(actor) : actor.roles.includes('admin');
  if (!allowed) throw denied('ACTS.NOT_YOURS', 'Your post does not allow this act.');
  const { caseId, reason } = act;
  return { caseId, stimulus: stimulusOf(act), around: { act: { reason } } };
};

const stimulusOf = (act: CaseAct): Stimulus => {
  switch (act.kind) {
    case 'suspend':
      return { kind: 'suspend', ground: act.ground };
    case 'resume':
      return { kind: 'resume' };
    case 'move-token':
      return { kind: 'move-token', token: act.token, node: act.node };
    case 'insert-token':
      return {
        kind: 'insert-token',
        node: act.node,
        ...(act.scope === undefined ? {} : { scope: act.scope }),
      };
    case 'cancel-token':
      return { kind: 'cancel-token', token: act.token };
    case 'set-data':
      return {
        kind: 'set-data',
        values: act.values,
        ...(act.scope === undefined ? {} : { scope: act.scope }),
      };
    case 'start-activity':
      return { kind: 'start-activity', scope: act.scope, node: act.node };
  }
};

const doneBy = (actor: Actor, { caseId, caseNo, createdTasks, ended }: Transition): ActDone => ({
  case: {
    id: caseId,
    caseNo,
    status: ended ? 'ended' : 'open',
    ...(ended?.outcome === undefined ? {} : { outcome: ended.outcome }),
  },
  tasks: createdTasks.filter(({ office }) => actor.officeIds.includes(office.id)),
});
