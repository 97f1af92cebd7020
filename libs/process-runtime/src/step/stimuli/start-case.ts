import type { JsonObject } from '@lianban/kernel';
import type { EventBasedGateway, PlanNode } from '../../plan/plan-node.js';
import { ROOT_SCOPE } from '../../state/initial-state.js';
import { openProcess } from '../flow/enter.js';
import type { Machine } from '../machine/machine.js';
import { keepWordsIn } from '../machine/variables.js';
import type { Work } from '../machine/work.js';
import type { Stimulus } from '../stimulus.js';
import { type Applied, DONE, refuse } from './refusal.js';

/**
 * The process begins: at the start event that happened, at the instantiating receive task or event whose message came,
 * or, by the id of the process, at every node without an incoming flow (BPMN 2.0.2 §13.3.1).
 */
export const startCase = (machine: Machine, stimulus: Extract<Stimulus, { kind: 'start' }>): Applied => {
  const { plan } = machine.index;
  const { startEvent, data, event } = stimulus;
  const whole = startEvent === plan.processId;
  const node = Object.hasOwn(plan.nodes, startEvent) ? plan.nodes[startEvent] : undefined;
  const gateway = node && gatewayBefore(machine, node);
  if (!whole && !(node && startsACase(node, gateway))) {
    return refuse('invalid', 'CASES.NO_SUCH_START', 'The process has no such start event.');
  }
  declareVariables(machine, data);
  machine.context.observe?.({ kind: 'scope-opened', scope: ROOT_SCOPE });
  if (!node) {
    machine.next(...openProcess(machine), ...enterAll(machine));
    return DONE;
  }
  if (event !== undefined) keepWordsIn(machine, ROOT_SCOPE, node.id, { event });
  const token = machine.createToken(node.id, ROOT_SCOPE);
  if (node.type === 'startEvent') {
    machine.next({ kind: 'enter', token: token.id }, ...enterBeside(machine));
    return DONE;
  }
  machine.observe('happened', node.id, token);
  const others = gateway?.instantiate === 'parallel' ? othersOf(machine, gateway, node) : [];
  machine.next(
    ...openProcess(machine),
    { kind: 'leave', token: token.id, locals: { event: event ?? null } },
    ...others,
  );
  return DONE;
};

const startsACase = (node: PlanNode, gateway: EventBasedGateway | undefined): boolean => {
  if (node.parent !== undefined || node.process !== undefined) return false;
  if (node.type === 'startEvent') return true;
  return (node.type === 'receiveTask' && node.instantiate === true) || gateway !== undefined;
};

const gatewayBefore = (machine: Machine, node: PlanNode): EventBasedGateway | undefined => {
  for (const flow of node.incoming) {
    const before = machine.index.node(machine.index.flow(flow).from);
    if (before.type === 'eventBasedGateway' && before.instantiate !== undefined) return before;
  }
  return undefined;
};

/** An instantiating parallel gateway waits for its other events too (BPMN 2.0.2 §13.4.4). */
const othersOf = (machine: Machine, gateway: EventBasedGateway, first: PlanNode): readonly Work[] =>
  gateway.outgoing.flatMap((flow) => {
    const { to } = machine.index.flow(flow);
    return to === first.id ? [] : [{ kind: 'enter' as const, token: machine.createToken(to, ROOT_SCOPE).id }];
  });

const enterAll = (machine: Machine): readonly Work[] => {
  const entered = machine.index
    .inside({})
    .starts.map((id): Work => ({ kind: 'enter', token: machine.createToken(id, ROOT_SCOPE).id }));
  return entered.length > 0 ? entered : [{ kind: 'settle-scope', scope: ROOT_SCOPE }];
};

/** What no sequence flow leads to and no event starts begins with the process, by whichever event that is started. */
const enterBeside = (machine: Machine): readonly Work[] =>
  machine.index.inside({}).starts.flatMap((id): readonly Work[] => {
    const node = machine.index.node(id);
    if (node.type === 'startEvent' || waitsToStart(node)) return [];
    return [{ kind: 'enter', token: machine.createToken(id, ROOT_SCOPE).id }];
  });

const waitsToStart = (node: PlanNode): boolean =>
  (node.type === 'receiveTask' && node.instantiate === true) ||
  (node.type === 'eventBasedGateway' && node.instantiate !== undefined);

/** Variables of the process are case data: null until something sets them. */
const declareVariables = (machine: Machine, data: JsonObject): void => {
  const declared = (machine.index.plan.variables ?? []).filter(
    ({ name }) => machine.data[name] === undefined,
  );
  machine.data = {
    ...machine.data,
    ...Object.fromEntries(declared.map(({ name }) => [name, null])),
    ...data,
  };
  machine.changed = true;
};
