import { idOf, type XmlElement } from '../../xml/xml-element.js';
import { type BpmnModel, isTrue } from '../model/bpmn-model.js';
import { naming } from '../model/findings.js';
import type { ModelCheck, Report } from '../model/rule.js';

const AWAITED = [
  'tMessageEventDefinition',
  'tTimerEventDefinition',
  'tSignalEventDefinition',
  'tConditionalEventDefinition',
];

/** An event gateway leads only to what can happen, each for itself. */
export const checkEventGateways: ModelCheck = (model, report) => {
  for (const gateway of model.ofType('tEventBasedGateway')) {
    const flows = model.flowsFrom(gateway);
    if (flows.length < 2) report('BPMN.NOT_EXECUTABLE_LONELY_GATEWAY', gateway);
    if (gateway.attributes.get('eventGatewayType') === 'Parallel' && !isTrue(gateway, 'instantiate')) {
      report('BPMN.EVENT_GATEWAY_PARALLEL', gateway);
    }
    const targets = flows.flatMap((flow) => model.referred(flow, 'targetRef') ?? []);
    for (const target of targets) checkTarget(model, gateway, target, report);
    const receives = targets.some((target) => model.is(target, 'tReceiveTask'));
    const messages = targets.some((target) =>
      model.eventDefinitions(target).some((each) => model.is(each, 'tMessageEventDefinition')),
    );
    if (receives && messages) report('BPMN.NOT_EXECUTABLE_MIXED_GATEWAY', gateway);
  }
};

const checkTarget = (model: BpmnModel, gateway: XmlElement, target: XmlElement, report: Report): void => {
  const words = { target: naming(target) };
  const definitions = model.eventDefinitions(target);
  const awaits =
    model.is(target, 'tReceiveTask') ||
    (model.is(target, 'tIntermediateCatchEvent') && definitions.every((each) => model.isAny(each, AWAITED)));
  if (!awaits) report('BPMN.EVENT_GATEWAY_TARGET', gateway, words);
  if (model.flowsTo(target).length > 1) report('BPMN.EVENT_GATEWAY_TARGET_SHARED', gateway, words);
  const boundary = model
    .ofType('tBoundaryEvent')
    .find((event) => event.attributes.get('attachedToRef')?.trim() === idOf(target));
  if (boundary) report('BPMN.EVENT_GATEWAY_BOUNDARY', gateway, { ...words, boundary: naming(boundary) });
};
