import { countedFrom, inNameOf, timerInstant } from '@lianban/domain';
import type { CaseState, Effect } from '@lianban/process-runtime';
import { v7 as newId } from 'uuid';
import type { AuditInsert, DueInsert } from './case-changes.js';
import { eventIdentity, thrownMessage, toCloudEvent } from './case-event.js';
import { StepRows } from './step-rows.js';
import { closeTask, openTask } from './task-rows.js';

/** Turns the effects of a step and the moves of its clocks into rows. Pure but for new ids. */
export class ChangesOfStep extends StepRows {
  add(effect: Effect): void {
    switch (effect.kind) {
      case 'task-created':
        return openTask(this, effect);
      case 'task-closed':
        return closeTask(this, effect);
      case 'timer-armed': {
        const { milestones } = this.after;
        const calendar = this.around.rules.calendarAt(this.held.district);
        const at = timerInstant(effect.timer, milestones, this.held.now, calendar);
        if (effect.timer.kind !== 'business') return this.arm('timer', at, effect.wait, effect.node);
        const since = countedFrom(effect.timer, milestones, this.held.now);
        const { duration } = effect.timer;
        return this.arm('timer', at, effect.wait, effect.node, { since, duration });
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
        return this.arm('service-retry', at, effect.token, effect.node);
      }
      case 'event-emitted':
        return this.send(effect.type, toCloudEvent(this.held, this.around.definition, effect));
      case 'message-thrown': {
        const { type, event } = thrownMessage(this.held, this.around.definition, effect);
        return this.send(type, event);
      }
      case 'signal-thrown':
        this.outbox.push({
          id: newId(),
          kind: 'job',
          topic: 'throw-signal',
          payload: { signal: effect.signal, caseId: this.held.id, node: effect.node, throwId: newId() },
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
        return this.audit('incident.opened', 'node', effect.node, { ground: effect.code });
      case 'clock-stop':
        return this.audit(effect.action === 'stop' ? 'clock.stopped' : 'clock.resumed', 'node', effect.node, {
          ground: effect.ground,
        });
      case 'case-suspended':
        return this.suspend(effect.ground);
      case 'case-resumed':
        this.suspension = { kind: 'end', stops: [] };
        return this.audit('case.resumed', 'case', this.held.id, this.grounded());
      case 'case-ended':
        return this.audit(
          'case.ended',
          'case',
          this.held.id,
          effect.outcome === undefined ? {} : { ground: effect.outcome },
        );
      case 'message-buffered':
        if (effect.life) this.arm('message-expiry', effect.life.until, effect.life.id);
        return;
      case 'message-consumed':
        if (effect.life) this.dropDue(effect.life.id);
        return;
      case 'message-unused':
        if (effect.life) this.dropDue(effect.life.id);
        return this.audit(
          effect.why === 'expired' ? 'message.expired' : 'message.unused',
          'message',
          effect.message,
          { after: { receivedAt: effect.receivedAt, ...eventIdentity(effect.event) } },
        );
      // In the state, the data or the ledgers of the clocks already; signal waits are read off the state.
      case 'signal-awaited':
      case 'activity-completed':
      case 'activity-cancelled':
      case 'milestone':
      case 'milestone-withdrawn':
      case 'script-done':
      case 'node-passed':
        return;
      default:
        return neverForgotten(effect);
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

  /** The reason of the act, the office it was done for, and in whose name. */
  grounded(): Pick<AuditInsert, 'ground' | 'officeId' | 'onBehalfOf'> {
    const { act, actor } = this.around;
    if (act === undefined) return {};
    const { reason: ground, officeId, taskId } = act;
    if (officeId === undefined) return { ground };
    const { assignee } = this.held.tasks.find(({ id }) => id === taskId) ?? {};
    const absent = inNameOf(actor, { officeId, assignee });
    return { ground, officeId, ...(absent === undefined ? {} : { onBehalfOf: absent.name }) };
  }

  private suspend(ground: string): void {
    const { actor, act } = this.around;
    const reason = act?.reason ?? '';
    this.suspension = { kind: 'begin', id: newId(), ground, reason, byId: actor.id };
    this.audit('case.suspended', 'case', this.held.id, { ...this.grounded(), after: { ground } });
  }

  private arm(
    kind: 'timer' | 'service-retry' | 'message-expiry',
    at: string,
    ref: string,
    node?: string,
    business?: DueInsert['payload']['business'],
  ): void {
    const held = this.after.suspended !== undefined;
    this.due.push({
      id: newId(),
      kind,
      at,
      ref,
      held,
      payload: { ...(node === undefined ? {} : { node }), ...(business ? { business } : {}) },
    });
  }

  private send(topic: string, payload: ReturnType<typeof toCloudEvent>): void {
    this.outbox.push({ id: newId(), kind: 'event', topic, payload });
  }

  private awaitMessage(wait: string, nodeId: string): void {
    const node = this.node(nodeId);
    const lane = node.lane === undefined ? undefined : this.around.definition.plan.lanes[node.lane];
    // What may interrupt a step, or start beside others, is nobody's obligation.
    if (node.type === 'boundaryEvent' || node.type === 'startEvent') return;
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

/** A new effect of the runtime does not compile before somebody has decided what becomes of it. */
const neverForgotten = (effect: never): never => {
  throw new Error(`Nobody carries out ${JSON.stringify(effect)}.`);
};
