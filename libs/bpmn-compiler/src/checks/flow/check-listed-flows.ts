import { childrenOf, idOf, type XmlElement } from '../../xml/xml-element.js';
import type { BpmnModel } from '../model/bpmn-model.js';
import type { ModelCheck, Report } from '../model/rule.js';

const ENDS = [
  ['incoming', 'targetRef'],
  ['outgoing', 'sourceRef'],
] as const;

/**
 * `incoming` and `outgoing` say again what the sequence flows say. A file may leave them all away (the schema allows it,
 * and many tools do); one that lists flows must list each of them, rightly.
 */
export const checkListedFlows: ModelCheck = (model, report) => {
  const nodes = model.ofType('tFlowNode');
  const lists = nodes.some(({ children }) =>
    children.some(({ name }) => name === 'incoming' || name === 'outgoing'),
  );
  if (!lists) return;
  for (const node of nodes) {
    for (const [what, end] of ENDS) checkEnd(model, node, what, end, report);
  }
};

const checkEnd = (
  model: BpmnModel,
  node: XmlElement,
  what: 'incoming' | 'outgoing',
  end: 'targetRef' | 'sourceRef',
  report: Report,
): void => {
  const listed = new Set<XmlElement>();
  for (const child of childrenOf(node, what)) {
    const resolution = model.resolve(child, child.text);
    if (resolution.kind !== 'found') continue;
    listed.add(resolution.element);
    const isFlow = model.is(resolution.element, 'tSequenceFlow');
    if (isFlow && model.referred(resolution.element, end) !== node) {
      report('BPMN.FLOWS_DISAGREE', node, { what, flow: child.text.trim() });
    }
  }
  for (const flow of what === 'incoming' ? model.flowsTo(node) : model.flowsFrom(node)) {
    if (!listed.has(flow)) report('BPMN.FLOWS_UNLISTED', node, { what, flow: idOf(flow) ?? '' });
  }
};
