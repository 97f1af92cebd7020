import { childOf, type XmlElement } from '../../xml/xml-element.js';
import { type BpmnModel, isTrue } from '../model/bpmn-model.js';
import { naming } from '../model/findings.js';
import type { ModelCheck, Report } from '../model/rule.js';

/** Where a sequence flow may begin and end, and which ones may have a condition. */
export const checkSequenceFlows: ModelCheck = (model, report) => {
  for (const flow of model.ofType('tSequenceFlow')) {
    const source = model.referred(flow, 'sourceRef');
    const target = model.referred(flow, 'targetRef');
    checkBorder(flow, source, target, report);
    if (source) checkCondition(model, flow, source, report);
  }
  for (const [type, code] of NEVER_ENTERED) {
    for (const node of model.ofType(type)) {
      for (const flow of model.flowsTo(node)) report(code, node, { flow: naming(flow) });
    }
  }
  for (const end of model.ofType('tEndEvent')) {
    for (const flow of model.flowsFrom(end)) report('BPMN.END_GOES_ON', end, { flow: naming(flow) });
  }
  for (const activity of model.ofType('tActivity')) checkOutsideOfFlow(model, activity, report);
  for (const owner of model.all) checkDefault(model, owner, report);
};

const NEVER_ENTERED = [
  ['tStartEvent', 'BPMN.START_IS_ENTERED'],
  ['tBoundaryEvent', 'BPMN.BOUNDARY_IS_ENTERED'],
] as const;

const checkBorder = (
  flow: XmlElement,
  source: XmlElement | undefined,
  target: XmlElement | undefined,
  report: Report,
): void => {
  if (!source || !target || (source.parent === target.parent && source.parent === flow.parent)) return;
  report('BPMN.FLOW_CROSSES_BORDER', flow, { from: naming(source), to: naming(target) });
};

const checkCondition = (model: BpmnModel, flow: XmlElement, source: XmlElement, report: Report): void => {
  if (!childOf(flow, 'conditionExpression')) return;
  if (model.isAny(source, ['tEvent', 'tParallelGateway', 'tEventBasedGateway'])) {
    report('BPMN.CONDITION_NOT_ALLOWED', flow, { source: naming(source) });
  } else if (model.is(source, 'tActivity') && model.flowsFrom(source).length < 2) {
    report('BPMN.CONDITION_ALONE', flow, { source: naming(source) });
  }
  if (model.referred(source, 'default') === flow) report('BPMN.DEFAULT_WITH_CONDITION', flow);
};

/** Event sub-processes and compensation activities are not reached by tokens of the flow around them. */
const checkOutsideOfFlow = (model: BpmnModel, activity: XmlElement, report: Report): void => {
  const code = isTrue(activity, 'triggeredByEvent')
    ? 'BPMN.EVENT_SUBPROCESS_HAS_FLOWS'
    : isTrue(activity, 'isForCompensation')
      ? 'BPMN.COMPENSATION_HAS_FLOWS'
      : undefined;
  if (code === undefined) return;
  for (const flow of [...model.flowsTo(activity), ...model.flowsFrom(activity)]) {
    report(code, activity, { flow: naming(flow) });
  }
};

const checkDefault = (model: BpmnModel, owner: XmlElement, report: Report): void => {
  const flow = model.isAny(owner, ['tActivity', 'tGateway']) ? model.referred(owner, 'default') : undefined;
  if (flow && model.is(flow, 'tSequenceFlow') && model.referred(flow, 'sourceRef') !== owner) {
    report('BPMN.DEFAULT_NOT_OUTGOING', owner, { flow: owner.attributes.get('default') ?? '' });
  }
};
