import { childOf, childrenOf, type XmlElement } from '../../xml/xml-element.js';
import type { BpmnModel } from '../model/bpmn-model.js';
import { naming } from '../model/findings.js';
import type { ModelCheck, Report } from '../model/rule.js';
import { differ, itemOf } from './item-types.js';

/** Data associations begin and end at data that they can see, of types that fit. */
export const checkDataAssociations: ModelCheck = (model, report) => {
  for (const association of model.ofType('tDataAssociation')) {
    const sources = model.referredIn(association, 'sourceRef');
    const targets = model.referredIn(association, 'targetRef');
    checkOwnEnd(model, association, sources, targets, report);
    for (const data of [...sources, ...targets]) checkSight(model, association, data, report);
    checkProcessData(model, association, sources, targets, report);
    checkTypes(model, association, sources, targets, report);
  }
  for (const reference of model.ofType('tDataObjectReference')) {
    const object = model.referred(reference, 'dataObjectRef');
    if (object) checkSight(model, reference, object, report);
  }
};

/** What a data association moves into an activity or event ends there, and what it moves out begins there. */
const checkOwnEnd = (
  model: BpmnModel,
  association: XmlElement,
  sources: readonly XmlElement[],
  targets: readonly XmlElement[],
  report: Report,
): void => {
  const owner = association.parent;
  if (!owner || !model.isAny(owner, ['tTask', 'tCallActivity', 'tEvent'])) return;
  const into = association.name === 'dataInputAssociation';
  const expected = into ? 'dataInput' : 'dataOutput';
  for (const data of into ? targets : sources) {
    const kind = model.is(data, 'tProperty') || model.is(data, into ? 'tDataInput' : 'tDataOutput');
    if (!kind || !isInside(data, owner)) {
      report('BPMN.ASSOCIATION_END', association, {
        what: into ? 'targetRef' : 'sourceRef',
        expected,
        owner: naming(owner),
        data: naming(data),
      });
    }
  }
};

const isInside = (element: XmlElement, container: XmlElement): boolean => {
  for (let around = element.parent; around; around = around.parent) if (around === container) return true;
  return false;
};

/** Data can be seen where it stands and in all that stands in the same container. */
const checkSight = (model: BpmnModel, user: XmlElement, data: XmlElement, report: Report): void => {
  if (!model.isAny(data, ['tDataObject', 'tDataObjectReference', 'tProperty', 'tDataInput', 'tDataOutput'])) {
    return;
  }
  const scope = data.parent?.name === 'ioSpecification' ? data.parent.parent : data.parent;
  if (scope && !isInside(user, scope) && user !== scope) {
    report('BPMN.DATA_OUT_OF_SCOPE', user, { data: naming(data) });
  }
};

/** The inputs of a process are filled, and its outputs read, by whoever calls it. */
const checkProcessData = (
  model: BpmnModel,
  association: XmlElement,
  sources: readonly XmlElement[],
  targets: readonly XmlElement[],
  report: Report,
): void => {
  const ofProcess = (data: XmlElement, kind: string): boolean =>
    model.is(data, kind) &&
    data.parent?.name === 'ioSpecification' &&
    model.is(data.parent.parent, 'tProcess');
  for (const data of targets) {
    if (ofProcess(data, 'tDataInput')) {
      report('BPMN.PROCESS_DATA_DIRECTION', association, {
        data: naming(data),
        what: 'target',
        whatZh: '目标',
      });
    }
  }
  for (const data of sources) {
    if (ofProcess(data, 'tDataOutput')) {
      report('BPMN.PROCESS_DATA_DIRECTION', association, {
        data: naming(data),
        what: 'source',
        whatZh: '来源',
      });
    }
  }
};

const checkTypes = (
  model: BpmnModel,
  association: XmlElement,
  sources: readonly XmlElement[],
  targets: readonly XmlElement[],
  report: Report,
): void => {
  if (childOf(association, 'transformation') || childOf(association, 'assignment')) return;
  const named = childrenOf(association, 'sourceRef').length;
  if (named === 0) report('BPMN.ASSOCIATION_WITHOUT_SOURCE', association);
  const [source] = sources;
  const [target] = targets;
  if (named > 1 || differ(itemOf(model, source), itemOf(model, target))) {
    report('BPMN.NOT_EXECUTABLE_TRANSFORMATION', association);
  }
};
