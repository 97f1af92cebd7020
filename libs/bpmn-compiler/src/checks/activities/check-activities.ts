import { childOf, childrenOf, type XmlElement } from '../../xml/xml-element.js';
import type { BpmnModel } from '../model/bpmn-model.js';
import { naming } from '../model/findings.js';
import type { ModelCheck, Report } from '../model/rule.js';

/** Numbers, scripts, operations and resources of activities. */
export const checkActivities: ModelCheck = (model, report) => {
  for (const activity of model.ofType('tActivity')) {
    for (const attribute of ['startQuantity', 'completionQuantity']) {
      atLeastOne(activity, attribute, 'BPMN.QUANTITY_TOO_SMALL', report);
    }
  }
  for (const loop of model.ofType('tStandardLoopCharacteristics')) {
    atLeastOne(loop, 'loopMaximum', 'BPMN.LOOP_MAXIMUM', report);
  }
  for (const task of model.ofType('tScriptTask')) {
    if (childOf(task, 'script') && !task.attributes.get('scriptFormat')?.trim()) {
      report('BPMN.SCRIPT_WITHOUT_FORMAT', task);
    }
  }
  for (const [type, message] of MESSAGES_OF_OPERATIONS) {
    for (const task of model.ofType(type)) checkOperation(model, task, message, report);
  }
  for (const process of model.ofType('tProcess')) {
    const executable = ['true', '1'].includes(process.attributes.get('isExecutable') ?? '');
    if (executable && process.attributes.get('processType') === 'Public') {
      report('BPMN.PUBLIC_EXECUTABLE', process);
    }
  }
  for (const role of model.ofType('tResourceRole')) checkParameters(model, role, report);
  for (const binding of model.ofType('tInputOutputBinding')) checkBinding(model, binding, report);
};

const atLeastOne = (
  element: XmlElement,
  attribute: string,
  code: 'BPMN.QUANTITY_TOO_SMALL' | 'BPMN.LOOP_MAXIMUM',
  report: Report,
): void => {
  const value = element.attributes.get(attribute);
  if (value !== undefined && Number(value) < 1) report(code, element, { attribute, value });
};

/** A send task sends what its operation takes in; a receive task receives that too, as the one who offers it. */
const MESSAGES_OF_OPERATIONS = [
  ['tSendTask', 'inMessageRef'],
  ['tReceiveTask', 'inMessageRef'],
] as const;

const checkOperation = (model: BpmnModel, task: XmlElement, name: string, report: Report): void => {
  const message = model.referred(task, 'messageRef');
  const operation = model.referred(task, 'operationRef');
  if (!message || !operation || !model.is(operation, 'tOperation')) return;
  const own = [...model.referredIn(operation, name), ...model.referredIn(operation, 'outMessageRef')];
  if (own.length > 0 && !own.includes(message)) report('BPMN.OPERATION_MISMATCH', task);
};

const checkParameters = (model: BpmnModel, role: XmlElement, report: Report): void => {
  const [resource] = model.referredIn(role, 'resourceRef');
  if (!resource || !model.is(resource, 'tResource')) return;
  for (const binding of childrenOf(role, 'resourceParameterBinding')) {
    const parameter = model.referred(binding, 'parameterRef');
    if (parameter && model.is(parameter, 'tResourceParameter') && parameter.parent !== resource) {
      report('BPMN.RESOURCE_PARAMETER_FOREIGN', binding, { parameter: naming(parameter) });
    }
  }
};

const checkBinding = (model: BpmnModel, binding: XmlElement, report: Report): void => {
  const operation = model.referred(binding, 'operationRef');
  const supported = binding.parent ? model.referredIn(binding.parent, 'supportedInterfaceRef') : [];
  if (operation?.parent && supported.length > 0 && !supported.includes(operation.parent)) {
    report('BPMN.BINDING_FOREIGN_OPERATION', binding);
  }
};
