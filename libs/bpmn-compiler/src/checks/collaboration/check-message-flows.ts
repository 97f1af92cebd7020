import type { XmlElement } from '../../xml/xml-element.js';
import type { BpmnModel } from '../model/bpmn-model.js';
import { naming } from '../model/findings.js';
import type { ModelCheck } from '../model/rule.js';

const ENDS = [
  { name: 'source', what: 'leave', whatZh: '从此处发出：' },
  { name: 'target', what: 'reach', whatZh: '指向' },
] as const;

/** Message flows run between pools, from what sends to what receives. */
export const checkMessageFlows: ModelCheck = (model, report) => {
  const pools = poolsByProcess(model);
  for (const flow of model.ofType('tMessageFlow')) {
    const source = model.referred(flow, 'sourceRef');
    const target = model.referred(flow, 'targetRef');
    const [from, to] = [source, target].map((end) => poolOf(model, end, pools));
    if (source && target && from !== undefined && from === to) report('BPMN.MESSAGE_FLOW_SAME_POOL', flow);
    for (const end of ENDS) {
      const node = end.name === 'source' ? source : target;
      if (!node) continue;
      const words = { ...end, node: naming(node) };
      if (!mayStand(model, node, end.name)) report('BPMN.MESSAGE_FLOW_END', flow, words);
      else if (carriesNone(model, node)) report('BPMN.NOT_EXECUTABLE_MESSAGE_FLOW', flow, words);
    }
  }
};

const poolsByProcess = (model: BpmnModel): ReadonlyMap<XmlElement, XmlElement> =>
  new Map(
    model.ofType('tParticipant').flatMap((pool) => {
      const process = model.referred(pool, 'processRef');
      return process ? [[process, pool] as const] : [];
    }),
  );

/** The pool of an end; a process without a pool stands for itself. */
const poolOf = (
  model: BpmnModel,
  end: XmlElement | undefined,
  pools: ReadonlyMap<XmlElement, XmlElement>,
): XmlElement | undefined => {
  if (!end || model.is(end, 'tParticipant')) return end;
  const process = model.processOf(end);
  return process && (pools.get(process) ?? process);
};

const mayStand = (model: BpmnModel, node: XmlElement, end: 'source' | 'target'): boolean => {
  if (model.is(node, 'tEvent')) return model.is(node, 'tThrowEvent') === (end === 'source');
  return !model.is(node, end === 'source' ? 'tReceiveTask' : 'tSendTask');
};

/** A multiple event may have a message among what it refers to elsewhere. */
const carriesNone = (model: BpmnModel, node: XmlElement): boolean => {
  const definitions = model.eventDefinitions(node);
  return (
    model.is(node, 'tEvent') &&
    definitions.length === model.definitionCount(node) &&
    !definitions.some((each) => model.is(each, 'tMessageEventDefinition'))
  );
};
