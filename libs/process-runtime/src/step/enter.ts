import type { EndEvent, PlanNode } from '../plan/plan-node.js';
import type { Token } from '../state/case-state.js';
import { armBoundary, armCatch, boundaryToArm } from './arm.js';
import { findErrorBoundary, fireBoundary } from './boundary.js';
import { cancelToken } from './cancel.js';
import { enterGateway } from './gateways.js';
import { pass } from './leave.js';
import { ExpressionFailure, type Machine } from './machine.js';
import { deliverSignal } from './deliver.js';

/** A token comes to a node. */
export const enter = (machine: Machine, token: Token, node: PlanNode, via?: string): void => {
  switch (node.type) {
    case 'startEvent':
    case 'boundaryEvent':
      machine.work.unshift({ kind: 'leave', token, locals: {} });
      return;
    case 'endEvent':
      return enterEnd(machine, token, node);
    case 'intermediateCatchEvent':
      return armCatch(machine, token, node.id, node.trigger);
    case 'intermediateThrowEvent':
      // What a signal starts comes before what follows the throw event.
      machine.work.unshift({ kind: 'leave', token, locals: {} });
      if (node.result.kind === 'signal') deliverSignal(machine, node.result.signal);
      return;
    case 'userTask': {
      const input = machine.assign(node.inputs, {});
      const events = boundaryToArm(machine, node);
      machine.emit({ kind: 'task-created', task: token.id, node: node.id, input });
      return armBoundary(machine, token, events);
    }
    case 'serviceTask':
    case 'sendTask': {
      const events = boundaryToArm(machine, node);
      requestService(machine, token, node);
      return armBoundary(machine, token, events);
    }
    case 'receiveTask': {
      const events = boundaryToArm(machine, node);
      armCatch(machine, token, node.id, { kind: 'message', message: node.message });
      return armBoundary(machine, token, events);
    }
    case 'subProcess': {
      machine.put(machine.assign(node.inputs, {}));
      const events = boundaryToArm(machine, node);
      if (node.start === undefined) return;
      const scope = machine.nextId('s');
      machine.scopes.set(scope, { id: scope, node: node.id, parent: token.scope });
      const holder = machine.replace({ ...token, holds: scope });
      armBoundary(machine, holder, events);
      const inner = machine.createToken(node.start, scope);
      machine.work.unshift({ kind: 'enter', token: inner, node: node.start });
      return;
    }
    case 'exclusiveGateway':
    case 'parallelGateway':
    case 'inclusiveGateway':
      return enterGateway(machine, token, node, via);
  }
};

/** Asks for the service of a step, on coming to it and again after a refusal. */
export const requestService = (machine: Machine, token: Token, node: PlanNode): void => {
  if (node.type !== 'serviceTask' && node.type !== 'sendTask') return;
  const input = machine.assign(node.inputs, {});
  const { id, implementation } = node;
  if (implementation.kind === 'message') return;
  machine.emit({ kind: 'service-requested', token: token.id, node: id, implementation, input });
};

const enterEnd = (machine: Machine, token: Token, node: EndEvent): void => {
  const { result } = node;
  const catcher = result.kind === 'error' ? findErrorBoundary(machine, token, result.code) : undefined;
  if (result.kind === 'error' && catcher === undefined) {
    throw new ExpressionFailure({
      kind: 'invalid',
      code: 'CASES.ERROR_NOT_CAUGHT',
      message: `Nothing catches the error ${result.code}.`,
    });
  }
  if (catcher) {
    pass(machine, node, {});
    machine.emit({ kind: 'node-passed', node: node.id });
    if (node.outcome !== undefined) machine.outcome = node.outcome;
    machine.tokens.delete(token.id);
    fireBoundary(machine, catcher.event, catcher.holder, {});
    return;
  }
  if (node.outcome !== undefined) machine.outcome = node.outcome;
  if (result.kind === 'terminate') {
    // BPMN 2.0.2 §13.5.6: everything else in the same scope ends; an enclosing scope goes on.
    for (const other of machine.tokens.values()) {
      if (other.id !== token.id && other.scope === token.scope) cancelToken(machine, other);
    }
  }
  machine.work.unshift({ kind: 'leave', token, locals: {} });
};
