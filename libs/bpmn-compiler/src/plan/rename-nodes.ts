import type { EventResult, EventTrigger, LoopDefinition, PlanFlow, PlanNode } from '@lianban/process-runtime';
import { optional } from './node-extensions.js';

/** New names for what a plan takes in from another: ids of nodes and flows, and of lanes and clocks. */
export interface Renaming {
  readonly node: (id: string) => string;
  readonly lane: (id: string) => string;
  readonly clock: (id: string) => string;
  /** Keys of called processes, and what belongs to a process: forms and decisions. */
  readonly called: (key: string) => string;
}

export const renamedFlow = (flow: PlanFlow, { node }: Renaming): PlanFlow => ({
  ...flow,
  id: node(flow.id),
  from: node(flow.from),
  to: node(flow.to),
});

/** The same node under other ids, with all ids it speaks of. */
export const renamedNode = (node: PlanNode, renaming: Renaming): PlanNode => {
  const { node: id, lane, clock, called } = renaming;
  const common = {
    id: id(node.id),
    incoming: node.incoming.map(id),
    outgoing: node.outgoing.map(id),
    ...optional('parent', mapped(node.parent, id)),
    ...optional('lane', mapped(node.lane, lane)),
    ...optional('process', mapped(node.process, called)),
    ...('defaultFlow' in node ? optional('defaultFlow', mapped(node.defaultFlow, id)) : {}),
  };
  const activity =
    'boundary' in node
      ? {
          boundary: node.boundary.map(id),
          clocks: node.clocks.map(clock),
          ...optional('loop', node.loop && renamedLoop(node.loop, renaming)),
        }
      : {};
  switch (node.type) {
    case 'startEvent':
    case 'intermediateCatchEvent':
      return { ...node, ...common, trigger: renamedTrigger(node.trigger, renaming) };
    case 'boundaryEvent':
      return {
        ...node,
        ...common,
        attachedTo: id(node.attachedTo),
        trigger: renamedTrigger(node.trigger, renaming),
      };
    case 'endEvent':
    case 'intermediateThrowEvent':
      return { ...node, ...common, result: renamedResult(node.result, renaming) };
    case 'userTask':
    case 'manualTask':
      return { ...node, ...common, ...activity, ...optional('form', mapped(node.form, called)) };
    case 'businessRuleTask':
      return { ...node, ...common, ...activity, decision: called(node.decision) };
    case 'callActivity':
      return { ...node, ...common, ...activity, calls: called(node.calls) };
    case 'subProcess':
      return { ...node, ...common, ...activity, ...optional('start', mapped(node.start, id)) };
    default:
      return { ...node, ...common, ...activity };
  }
};

const mapped = (id: string | undefined, rename: (id: string) => string): string | undefined =>
  id === undefined ? undefined : rename(id);

const renamedTrigger = (trigger: EventTrigger, renaming: Renaming): EventTrigger => {
  if (trigger.kind === 'compensation')
    return { ...trigger, ...optional('handler', mapped(trigger.handler, renaming.node)) };
  return trigger.kind === 'multiple'
    ? { ...trigger, of: trigger.of.map((each) => renamedTrigger(each, renaming)) }
    : trigger;
};

const renamedResult = (result: EventResult, renaming: Renaming): EventResult => {
  switch (result.kind) {
    case 'compensation':
      return { ...result, ...optional('activity', mapped(result.activity, renaming.node)) };
    case 'link':
      return { ...result, to: renaming.node(result.to) };
    case 'multiple':
      return { ...result, of: result.of.map((each) => renamedResult(each, renaming)) };
    default:
      return result;
  }
};

const renamedLoop = (loop: LoopDefinition, renaming: Renaming): LoopDefinition => {
  if (loop.kind === 'standard') return loop;
  const complex = loop.complex?.map((each) => ({ ...each, event: renamedResult(each.event, renaming) }));
  return {
    ...loop,
    ...optional('event', loop.event && renamedResult(loop.event, renaming)),
    ...optional('complex', complex),
  };
};
