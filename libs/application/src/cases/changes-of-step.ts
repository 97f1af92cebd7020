import { timerInstant } from '@lianban/domain';
import type { CaseState, Effect, Stimulus } from '@lianban/process-runtime';
import { v7 as newId } from 'uuid';
import { toCloudEvent } from './case-event.js';
import { nodeOfStimulus } from './node-of-stimulus.js';
import { StepRows } from './step-rows.js';
import { closeTask, openTask } from './task-rows.js';

/** Turns the effects of a step and the moves of its clocks into rows. Pure but for new ids. */
export class ChangesOfStep extends StepRows {
  add(effect: Effect): void {
    switch (effect.kind) {
      case 'task-created':
        return openTask(this, effect.task, effect.node);
      case 'task-closed':
        return closeTask(this, effect);
      case 'timer-armed': {
        const { now } = this.held;
        const at = timerInstant(effect.timer, this.milestones, now, this.around.rules.calendar);
        this.due.push({ id: newId(), kind: 'timer', at, ref: effect.wait, payload: { node: effect.node } });
        return;
      }
      case 'wait-closed':
        this.dropDue(effect.wait);
        this.courtCloses.push(effect.wait);
        return;
      case 'message-awaited':
        return this.awaitMessage(effect.wait, effect.node);
      case 'service-requested':
        return this.requestService(effect);
      case 'service-cancelled':
        this.effectsCancelled.push(effect.token);
        this.courtCloses.push(effect.token);
        return;
      case 'service-deferred': {
        const at = new Date(Date.parse(this.held.now) + effect.retryInSeconds * 1_000).toISOString();
        this.due.push({
          id: newId(),
          kind: 'service-retry',
          at,
          ref: effect.token,
          payload: { node: effect.node },
        });
        return;
      }
      case 'event-emitted':
        this.outbox.push({
          id: newId(),
          kind: 'event',
          topic: effect.type,
          payload: toCloudEvent(this.held, this.around.definition, effect),
        });
        return;
      case 'incident':
        this.incidents.push({
          id: newId(),
          node: effect.node,
          token: effect.token,
          code: effect.code,
          message: effect.message,
        });
        this.audit('incident.opened', 'node', effect.node, { ground: effect.code });
        return;
      case 'clock-stop':
        this.audit(effect.action === 'stop' ? 'clock.stopped' : 'clock.resumed', 'node', effect.node, {
          ground: effect.ground,
        });
        return;
      case 'case-ended':
        this.audit(
          'case.ended',
          'case',
          this.held.id,
          effect.outcome === undefined ? {} : { ground: effect.outcome },
        );
        return;
      default:
    }
  }

  /** A token that has gone takes along the incidents that stood on it: there is nothing left to decide. */
  leaveBehind(before: CaseState, after: CaseState): void {
    const staying = new Set(after.tokens.map(({ id }) => id));
    for (const { id, node, incident } of before.tokens) {
      const { type } = this.node(node);
      const mayStand = incident !== undefined || type === 'serviceTask' || type === 'sendTask';
      if (mayStand && !staying.has(id)) this.incidentsOvertaken.push(id);
    }
  }

  /** What moved the case, for the trail; a task's own row is written where it closes. */
  noteStimulus(stimulus: Stimulus, after: CaseState): void {
    const node = nodeOfStimulus(this.held.state, stimulus);
    const where = node === undefined ? {} : { after: { node } };
    switch (stimulus.kind) {
      case 'message':
        return this.audit('message.received', 'message', stimulus.message, where);
      case 'timer':
        return this.audit('timer.fired', 'timer', stimulus.wait, where);
      case 'service-result': {
        const { result, token } = stimulus;
        this.audit(`service.${result.kind}`, 'token', token, where);
        // A refusal without a way leaves the step where it is, and with whom.
        if (!after.tokens.some(({ id }) => id === token)) this.courtCloses.push(token);
        this.incidentsOvertaken.push(token);
        return;
      }
      default:
    }
  }

  private awaitMessage(wait: string, nodeId: string): void {
    const node = this.node(nodeId);
    const lane = node.lane === undefined ? undefined : this.around.definition.plan.lanes[node.lane];
    if (node.type === 'boundaryEvent') return;
    const holderKind = lane?.department === 'institution' ? 'applicant' : 'outside';
    this.courtOpens.push({
      obligation: wait,
      seq: 1,
      node: nodeId,
      holderKind,
      holderId:
        typeof this.data['institutionId'] === 'string'
          ? this.data['institutionId']
          : (lane?.department ?? ''),
    });
  }

  private requestService(effect: Extract<Effect, { kind: 'service-requested' }>): void {
    const { implementation, token, node, input } = effect;
    if (implementation.kind === 'local') return;
    const id = newId();
    this.effects.push({ id, token, node, operation: implementation.operation, input });
    this.outbox.push({
      id: newId(),
      kind: 'effect',
      topic: 'conduct',
      payload: { effectId: id, caseId: this.held.id },
    });
    this.courtOpens.push({
      obligation: token,
      seq: 1,
      node,
      holderKind: 'system',
      holderId: implementation.operation,
    });
  }
}
