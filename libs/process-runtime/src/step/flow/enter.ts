import type { EventResult } from '../../plan/event-trigger.js';
import type { EndEvent, EventBasedGateway, IntermediateThrowEvent, PlanNode } from '../../plan/plan-node.js';
import type { Token } from '../../state/case-state.js';
import { ROOT_SCOPE } from '../../state/initial-state.js';
import { enterActivity } from '../activities/enter-activity.js';
import { arm, armScope } from '../events/arm.js';
import { throwPart } from '../events/throw.js';
import { enterComplex } from '../gateways/complex.js';
import { enterGateway } from '../gateways/join.js';
import type { Machine } from '../machine/machine.js';
import { wordsOf } from '../machine/variables.js';
import type { Work } from '../machine/work.js';

/** A token comes to a node. */
export const enter = (machine: Machine, coming: Token, node: PlanNode, via?: string): readonly Work[] => {
  const joins = node.type.endsWith('Gateway') && via !== undefined;
  const token = joins ? machine.tokens.set({ ...coming, arrivedBy: via }) : coming;
  if (via !== undefined) machine.observe('taken', via, token);
  machine.observe(happens(node) ? 'happened' : 'entered', node.id, token);
  switch (node.type) {
    case 'startEvent':
      return enterStart(machine, token, node);
    case 'boundaryEvent':
      return [{ kind: 'leave', token: token.id, locals: {} }];
    case 'endEvent':
      return enterEnd(machine, token, node);
    case 'intermediateThrowEvent':
      return beginThrow(machine, token, node);
    case 'intermediateCatchEvent':
      return node.trigger.kind === 'none'
        ? [{ kind: 'leave', token: token.id, locals: {} }]
        : arm(machine, { token: token.id }, token, node);
    case 'exclusiveGateway':
    case 'parallelGateway':
    case 'inclusiveGateway':
      return enterGateway(machine, token, node);
    case 'complexGateway':
      return enterComplex(machine, token, node);
    case 'eventBasedGateway':
      return awaitFirst(machine, token, node);
    default:
      return enterActivity(machine, token, node);
  }
};

/** A start event and an event sub-process are not come to: they happen. */
const happens = (node: PlanNode): boolean =>
  node.type === 'startEvent' ||
  node.type === 'boundaryEvent' ||
  (node.type === 'subProcess' && node.triggeredByEvent === true);

/** With the process its event sub-processes begin to wait; what their conditions start comes first. */
const enterStart = (machine: Machine, token: Token, node: PlanNode): readonly Work[] => {
  const going: Work = {
    kind: 'leave',
    token: token.id,
    locals: { event: null, ...wordsOf(machine, token, node.id) },
  };
  return token.scope === ROOT_SCOPE ? [...openProcess(machine), going] : [going];
};

/** Arms the event sub-processes of the process itself, once. */
export const openProcess = (machine: Machine): readonly Work[] => {
  const root = machine.scopeOf(ROOT_SCOPE);
  if (root.armed || machine.index.inside({}).eventSubProcesses.length === 0) return [];
  machine.scopes.set({ ...root, armed: true });
  return armScope(machine, root);
};

const enterEnd = (machine: Machine, token: Token, node: EndEvent): readonly Work[] => {
  const { result, outcome } = node;
  // An error or a cancellation that nothing catches has brought the case nowhere.
  if (outcome !== undefined && result.kind !== 'error' && result.kind !== 'cancel') machine.outcome = outcome;
  return beginThrow(machine, token, node);
};

/**
 * A signal reaches whoever waits when it is thrown: what is on the move beside it comes to its wait first, so that no
 * order of parallel branches decides who hears it.
 */
const beginThrow = (
  machine: Machine,
  token: Token,
  node: EndEvent | IntermediateThrowEvent,
): readonly Work[] => {
  if (!signals(node.result)) return throwPart(machine, token, node, 0);
  machine.later({ kind: 'throw', token: token.id, part: 0 });
  return [];
};

const signals = (result: EventResult): boolean =>
  result.kind === 'signal' || (result.kind === 'multiple' && result.of.some(signals));

/** What follows an event-based gateway is armed for its token; the first of it wins (BPMN 2.0.2 §13.4.4). */
const awaitFirst = (machine: Machine, token: Token, node: EventBasedGateway): readonly Work[] =>
  node.outgoing.flatMap((flow) =>
    arm(machine, { token: token.id }, token, machine.index.node(machine.index.flow(flow).to)),
  );
