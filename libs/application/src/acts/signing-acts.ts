import { type Actor, routeSigner } from '@lianban/domain';
import { conflict, denied, invalid } from '@lianban/kernel';
import type { ProcessPlan } from '@lianban/process-runtime';
import { Injectable } from '@nestjs/common';
import type { LockedCase } from '../cases/index.js';
import { leadOfficeOf } from '../casework/lead-office.js';
import { signingRuleOf } from '../casework/signing-rounds.js';
import { DefinitionCatalog, type PublishedDefinition } from '../definitions/index.js';
import { type FullDirectory, KnownDirectory } from '../routing/index.js';
import { type TaskFacts, alreadyClosed } from '../tasks/index.js';
import type { Tx } from '../transaction/index.js';
import type { ActRequest } from './act-request.js';
import type { TaskAct } from './case-act.js';
import { EarlierSteps } from './earlier-steps.port.js';

/** 加签 and 减签: by the office that leads the countersigning, which is that of its lane. */
@Injectable()
export class SigningActs {
  constructor(
    private readonly earlier: EarlierSteps,
    private readonly definitions: DefinitionCatalog,
    private readonly directory: KnownDirectory,
  ) {}

  async added(
    tx: Tx,
    actor: Actor,
    { signer, reason }: Extract<TaskAct, { kind: 'add-signer' }>,
    task: TaskFacts,
  ): Promise<ActRequest> {
    const [definition, directory] = await this.judge(actor, task);
    const activity = task.activity ?? '';
    const signers = await this.earlier.signers(tx, task.caseId, activity);
    if (signers.includes(signer))
      throw conflict('ACTS.SIGNER_ALREADY', 'This signer takes part already.', { details: { signer } });
    return {
      caseId: task.caseId,
      stimulus: { kind: 'add-signer', activity, item: signer },
      around: { act: { reason, taskId: task.id } },
      check: (held) => {
        const refused = notLead(actor, held, definition, directory, task);
        if (refused) return refused.error;
        const lane = laneOf(definition.plan, task.node);
        return routeSigner(signer, lane, definition.plan, held.district, held.data, directory)
          ? undefined
          : invalid('ACTS.SIGNER_UNKNOWN', 'Nobody is known by this name.', {
              places: [{ path: 'signer', message: signer }],
            }).error;
      },
    };
  }

  async removed(
    actor: Actor,
    { reason }: Extract<TaskAct, { kind: 'remove-signer' }>,
    task: TaskFacts,
  ): Promise<ActRequest> {
    const [definition, directory] = await this.judge(actor, task);
    return {
      caseId: task.caseId,
      stimulus: { kind: 'remove-signer', task: task.token },
      around: { act: { reason, taskId: task.id } },
      check: (held) => notLead(actor, held, definition, directory, task)?.error,
    };
  }

  private async judge(actor: Actor, task: TaskFacts): Promise<[PublishedDefinition, FullDirectory]> {
    const definition = await this.definitions.byId(task.definitionId);
    const directory = await this.directory.of(actor.tenant);
    const node = definition.plan.nodes[task.node];
    if (task.activity === undefined || !node || !signingRuleOf(node))
      throw conflict('ACTS.NO_COUNTERSIGNING', 'The task is not one of a countersigning.');
    if (!signingRuleOf(node)?.open)
      throw conflict('ACTS.SIGNERS_FIXED', 'The process does not let signers be added or removed.');
    if (task.status !== 'open') throw alreadyClosed(task);
    if (task.row.suspended) throw conflict('CASES.SUSPENDED', 'The case is suspended.');
    return [definition, directory];
  }
}

const laneOf = ({ nodes, lanes }: ProcessPlan, node: string) => lanes[nodes[node]?.lane ?? ''];

const notLead = (
  actor: Actor,
  held: LockedCase,
  { plan }: PublishedDefinition,
  directory: FullDirectory,
  { node }: TaskFacts,
) => {
  const lead = leadOfficeOf(plan, node, held, directory);
  return lead !== undefined && actor.officeIds.includes(lead)
    ? undefined
    : denied('ACTS.NOT_THE_LEAD', 'Only the office that leads the countersigning may change its signers.');
};
