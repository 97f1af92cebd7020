import { idOf, type XmlElement } from '../../xml/xml-element.js';
import { type BpmnModel, isTrue } from '../model/bpmn-model.js';
import { naming } from '../model/findings.js';
import type { ModelCheck, Report } from '../model/rule.js';

/** A boundary event for compensation has its handler, and what is thrown names what can be seen. */
export const checkCompensation: ModelCheck = (model, report) => {
  const partners = associations(model);
  for (const definition of model.ofType('tCompensateEventDefinition')) {
    const event = definition.parent;
    if (event && model.is(event, 'tBoundaryEvent')) checkHandler(partners, event, report);
    if (event && model.is(event, 'tThrowEvent')) checkScope(model, event, definition, report);
  }
};

/** What each element is associated with, whichever end it stands at. */
const associations = (model: BpmnModel): ReadonlyMap<XmlElement, readonly XmlElement[]> => {
  const partners = new Map<XmlElement, XmlElement[]>();
  for (const association of model.ofType('tAssociation')) {
    const source = model.referred(association, 'sourceRef');
    const target = model.referred(association, 'targetRef');
    if (!source || !target) continue;
    partners.set(source, [...(partners.get(source) ?? []), target]);
    partners.set(target, [...(partners.get(target) ?? []), source]);
  }
  return partners;
};

const checkHandler = (
  partners: ReadonlyMap<XmlElement, readonly XmlElement[]>,
  event: XmlElement,
  report: Report,
): void => {
  const handlers = (partners.get(event) ?? []).filter((each) => isTrue(each, 'isForCompensation'));
  if (handlers.length !== 1) report('BPMN.COMPENSATION_WITHOUT_HANDLER', event);
};

/** From an event sub-process also what stands beside it can be compensated. */
const checkScope = (model: BpmnModel, event: XmlElement, definition: XmlElement, report: Report): void => {
  const activity = model.referred(definition, 'activityRef');
  if (!activity || !model.is(activity, 'tActivity')) return;
  for (let scope = event.parent; scope; scope = scope.parent) {
    if (activity.parent === scope || (activity === scope && idOf(scope) !== undefined)) return;
    if (!isTrue(scope, 'triggeredByEvent')) break;
  }
  report('BPMN.COMPENSATION_OUT_OF_SCOPE', event, { activity: naming(activity) });
};
