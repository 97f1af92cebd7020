import { childOf, childrenOf, type XmlElement } from '../../xml/xml-element.js';
import type { BpmnModel } from '../model/bpmn-model.js';
import { naming } from '../model/findings.js';
import type { ModelCheck, Report } from '../model/rule.js';
import { differ, itemOf } from './item-types.js';

/** Data of tasks and events that send or receive has the type of what they send or receive. */
export const checkMessageData: ModelCheck = (model, report) => {
  for (const task of model.ofType('tSendTask')) {
    const message = model.referred(task, 'messageRef');
    atMostOne(task, 'inputSet', report);
    checkSide(model, task, 'dataInput', message, report);
  }
  for (const task of model.ofType('tReceiveTask')) {
    const message = model.referred(task, 'messageRef');
    atMostOne(task, 'outputSet', report);
    checkSide(model, task, 'dataOutput', message, report);
  }
  for (const task of model.ofType('tServiceTask')) {
    const operation = model.referred(task, 'operationRef');
    if (!operation || !model.is(operation, 'tOperation')) continue;
    atMostOne(task, 'inputSet', report);
    atMostOne(task, 'outputSet', report);
    checkSide(model, task, 'dataInput', model.referredIn(operation, 'inMessageRef')[0], report);
    checkSide(model, task, 'dataOutput', model.referredIn(operation, 'outMessageRef')[0], report);
  }
  for (const event of model.ofType('tEvent')) checkEvent(model, event, report);
};

const atMostOne = (task: XmlElement, what: string, report: Report): void => {
  const own = childOf(task, 'ioSpecification');
  const count = own ? childrenOf(own, what).length : 0;
  if (count > 1) report('BPMN.NOT_EXECUTABLE_TOO_MUCH_DATA', task, { what, most: '1', count: String(count) });
};

const checkSide = (
  model: BpmnModel,
  task: XmlElement,
  what: string,
  carrier: XmlElement | undefined,
  report: Report,
): void => {
  const own = childOf(task, 'ioSpecification');
  const [data, ...more] = own ? childrenOf(own, what) : [];
  if (!data || !carrier) return;
  if (more.length > 0) {
    report('BPMN.NOT_EXECUTABLE_TOO_MUCH_DATA', task, { what, most: '1', count: String(more.length + 1) });
  }
  if (differ(itemOf(model, data), carried(model, carrier))) {
    report('BPMN.NOT_EXECUTABLE_DATA_TYPE', task, { data: naming(data), carrier: naming(carrier) });
  }
};

const carried = (model: BpmnModel, carrier: XmlElement): XmlElement | undefined =>
  model.referred(carrier, 'itemRef') ?? model.referred(carrier, 'structureRef');

const CARRIERS = ['messageRef', 'errorRef', 'escalationRef', 'signalRef'];

/** With several definitions data and definitions pair up in their order; only one of each is sure to. */
const checkEvent = (model: BpmnModel, event: XmlElement, report: Report): void => {
  const definitions = model.eventDefinitions(event);
  const data = event.children.filter(({ name }) => name === 'dataInput' || name === 'dataOutput');
  const paired = definitions.length === data.length;
  for (const [index, definition] of paired ? definitions.entries() : []) {
    const own = data[index];
    const carrier = CARRIERS.map((name) => model.referred(definition, name)).find(Boolean);
    if (own && carrier && differ(itemOf(model, own), carried(model, carrier))) {
      report('BPMN.NOT_EXECUTABLE_DATA_TYPE', event, { data: naming(own), carrier: naming(carrier) });
    }
  }
};
