import type { XmlElement } from '../../xml/xml-element.js';
import type { BpmnModel } from '../model/bpmn-model.js';
import { naming } from '../model/findings.js';
import type { ModelCheck, Report } from '../model/rule.js';

/** Sequence flows that intermediate events must have, hosts of boundary events, and events of transactions. */
export const checkEventConnections: ModelCheck = (model, report) => {
  for (const event of model.ofType('tBoundaryEvent')) checkBoundary(model, event, report);
  for (const event of [
    ...model.ofType('tIntermediateCatchEvent'),
    ...model.ofType('tIntermediateThrowEvent'),
  ]) {
    checkIntermediate(model, event, report);
  }
  for (const event of model.ofType('tEndEvent')) {
    if (has(model, event, 'tCancelEventDefinition') && !insideTransaction(model, event)) {
      report('BPMN.CANCEL_OUTSIDE_TRANSACTION', event);
    }
  }
  for (const reference of model.all) {
    if (reference.name !== 'eventDefinitionRef') continue;
    const resolution = model.resolve(reference, reference.text);
    if (resolution.kind !== 'found' || !model.is(resolution.element, 'tEventDefinition')) continue;
    if (resolution.element.parent !== model.definitions) {
      report('BPMN.EVENT_DEFINITION_NOT_REUSABLE', reference, { definition: naming(resolution.element) });
    }
  }
};

const has = (model: BpmnModel, event: XmlElement, type: string): boolean =>
  model.eventDefinitions(event).some((definition) => model.is(definition, type));

const checkBoundary = (model: BpmnModel, event: XmlElement, report: Report): void => {
  const host = model.referred(event, 'attachedToRef');
  if (host && model.is(host, 'tActivity') && host.parent !== event.parent) {
    report('BPMN.BOUNDARY_ELSEWHERE', event, { host: naming(host) });
  }
  if (host && has(model, event, 'tCancelEventDefinition') && !model.is(host, 'tTransaction')) {
    report('BPMN.CANCEL_OUTSIDE_TRANSACTION', event);
  }
  const compensates = has(model, event, 'tCompensateEventDefinition');
  const [flow] = model.flowsFrom(event);
  if (compensates && flow) report('BPMN.COMPENSATION_HAS_FLOWS', event, { flow: naming(flow) });
  if (!compensates && !flow) report('BPMN.NOT_EXECUTABLE_UNCONNECTED', event, { what: 'outgoing' });
};

const checkIntermediate = (model: BpmnModel, event: XmlElement, report: Report): void => {
  const link = has(model, event, 'tLinkEventDefinition');
  const catches = model.is(event, 'tIntermediateCatchEvent');
  if (!(link && catches) && model.flowsTo(event).length === 0) {
    report('BPMN.NOT_EXECUTABLE_UNCONNECTED', event, { what: 'incoming' });
  }
  if (!(link && !catches) && model.flowsFrom(event).length === 0) {
    report('BPMN.NOT_EXECUTABLE_UNCONNECTED', event, { what: 'outgoing' });
  }
};

const insideTransaction = (model: BpmnModel, event: XmlElement): boolean => {
  for (let around = event.parent; around; around = around.parent) {
    if (model.is(around, 'tTransaction')) return true;
    if (model.is(around, 'tProcess')) return false;
  }
  return false;
};
