import type { XmlElement } from '../../xml/xml-element.js';
import { type BpmnModel, isTrue } from '../model/bpmn-model.js';
import { naming } from '../model/findings.js';
import type { ModelCheck, Report } from '../model/rule.js';

/** What the direction of a gateway allows, and what starts a process without being a start event. */
export const checkGateways: ModelCheck = (model, report) => {
  for (const gateway of model.ofType('tGateway')) checkDirection(model, gateway, report);
  for (const node of [...model.ofType('tEventBasedGateway'), ...model.ofType('tReceiveTask')]) {
    if (!isTrue(node, 'instantiate')) continue;
    for (const flow of model.flowsTo(node)) {
      report('BPMN.INSTANTIATING_IS_ENTERED', node, { flow: naming(flow) });
    }
  }
};

const WRONG: Readonly<Record<string, (incoming: number, outgoing: number) => boolean>> = {
  Converging: (_incoming, outgoing) => outgoing > 1,
  Diverging: (incoming) => incoming > 1,
  Mixed: (incoming, outgoing) => incoming < 2 || outgoing < 2,
};

const checkDirection = (model: BpmnModel, gateway: XmlElement, report: Report): void => {
  const incoming = model.flowsTo(gateway).length;
  const outgoing = model.flowsFrom(gateway).length;
  const direction = gateway.attributes.get('gatewayDirection')?.trim() ?? 'Unspecified';
  if (Object.hasOwn(WRONG, direction) && WRONG[direction]?.(incoming, outgoing)) {
    report('BPMN.GATEWAY_DIRECTION', gateway, {
      direction,
      incoming: String(incoming),
      outgoing: String(outgoing),
    });
  } else if (incoming === 1 && outgoing === 1) report('BPMN.GATEWAY_DECIDES_NOTHING', gateway);
};
