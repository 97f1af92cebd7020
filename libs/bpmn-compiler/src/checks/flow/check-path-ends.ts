import type { XmlElement } from '../../xml/xml-element.js';
import { type BpmnModel, isTrue } from '../model/bpmn-model.js';
import type { ModelCheck, Report } from '../model/rule.js';

/** Once a process or sub-process has a start event, no other node begins a path; likewise for its end. */
export const checkPathEnds: ModelCheck = (model, report) => {
  for (const container of [...model.ofType('tProcess'), ...model.ofType('tSubProcess')]) {
    if (model.is(container, 'tAdHocSubProcess')) continue;
    const nodes = container.children.filter((child) => model.is(child, 'tFlowNode'));
    const starts = nodes.some((node) => model.is(node, 'tStartEvent'));
    const ends = nodes.some((node) => model.is(node, 'tEndEvent'));
    if (starts && !ends) report('BPMN.NOT_EXECUTABLE_WITHOUT_END', container);
    if (ends && !starts && !nodes.some((node) => isTrue(node, 'instantiate'))) {
      report('BPMN.NOT_EXECUTABLE_WITHOUT_START', container);
    }
    for (const node of nodes) checkNode(model, node, starts, ends, report);
  }
};

const checkNode = (
  model: BpmnModel,
  node: XmlElement,
  starts: boolean,
  ends: boolean,
  report: Report,
): void => {
  if (isTrue(node, 'triggeredByEvent') || isTrue(node, 'isForCompensation')) return;
  const links = model.eventDefinitions(node).some((each) => model.is(each, 'tLinkEventDefinition'));
  const begins =
    model.isAny(node, ['tStartEvent', 'tBoundaryEvent']) ||
    isTrue(node, 'instantiate') ||
    (links && model.is(node, 'tIntermediateCatchEvent'));
  if (starts && !begins && model.flowsTo(node).length === 0) report('BPMN.NOT_EXECUTABLE_UNREACHED', node);
  const stops =
    model.isAny(node, ['tEndEvent', 'tBoundaryEvent']) ||
    (links && model.is(node, 'tIntermediateThrowEvent'));
  if (ends && !stops && model.flowsFrom(node).length === 0) report('BPMN.NOT_EXECUTABLE_OPEN_END', node);
};
