import { childrenOf, type XmlElement } from '../../xml/xml-element.js';
import type { BpmnModel } from '../model/bpmn-model.js';
import { naming } from '../model/findings.js';
import type { ModelCheck, Report } from '../model/rule.js';

/** What may stand in which container, and which nodes a lane may hold. */
export const checkContainers: ModelCheck = (model, report) => {
  for (const container of model.ofType('tAdHocSubProcess')) {
    for (const child of container.children) {
      if (model.isAny(child, ['tStartEvent', 'tEndEvent'])) report('BPMN.AD_HOC_START_END', child);
    }
    if (!container.children.some((child) => model.is(child, 'tActivity'))) {
      report('BPMN.AD_HOC_EMPTY', container);
    }
  }
  for (const activity of model.ofType('tChoreographyActivity')) {
    if (model.isAny(activity.parent, ['tProcess', 'tSubProcess'])) {
      report('BPMN.CHOREOGRAPHY_IN_PROCESS', activity);
    }
  }
  for (const container of [...model.ofType('tChoreography'), ...model.ofType('tSubChoreography')]) {
    for (const child of container.children) {
      if (model.isAny(child, NOT_IN_CHOREOGRAPHY)) report('BPMN.PROCESS_IN_CHOREOGRAPHY', child);
    }
  }
  for (const event of model.ofType('tImplicitThrowEvent')) {
    if (event.parent?.name !== 'complexBehaviorDefinition') report('BPMN.IMPLICIT_EVENT_PLACED', event);
  }
  for (const set of model.ofType('tLaneSet')) checkLanes(model, set, report);
};

const NOT_IN_CHOREOGRAPHY = ['tActivity', 'tDataObject', 'tDataObjectReference', 'tDataStoreReference'];

const checkLanes = (model: BpmnModel, set: XmlElement, report: Report): void => {
  const container = containerOf(model, set);
  const placed = new Set<XmlElement>();
  for (const lane of childrenOf(set, 'lane')) {
    for (const node of new Set(model.referredIn(lane, 'flowNodeRef'))) {
      const words = { node: naming(node) };
      if (model.is(node, 'tFlowNode') && container && !isWithin(node, container)) {
        report('BPMN.LANE_FOREIGN_NODE', lane, words);
      }
      if (placed.has(node)) report('BPMN.LANE_TWICE', lane, words);
      placed.add(node);
    }
  }
};

const containerOf = (model: BpmnModel, set: XmlElement): XmlElement | undefined => {
  for (let around = set.parent; around; around = around.parent) {
    if (model.isAny(around, ['tProcess', 'tSubProcess'])) return around;
  }
  return undefined;
};

/** Modellers list nodes of an expanded sub-process in the lane that the sub-process stands in. */
const isWithin = (node: XmlElement, container: XmlElement): boolean => {
  for (let around = node.parent; around; around = around.parent) if (around === container) return true;
  return false;
};
