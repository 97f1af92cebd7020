import { idOf, type XmlElement } from '../../xml/xml-element.js';
import { isTrue } from '../model/bpmn-model.js';
import type { ModelCheck, Report } from '../model/rule.js';
import { executableProcesses, mainProcesses } from './executable-processes.js';

const XSD_OR_WSDL = /XMLSchema|wsdl/i;

/** One process of the file can be executed, whole in this file, with a name for each of its nodes. */
export const checkProcesses: ModelCheck = (model, report) => {
  const main = mainProcesses(model);
  if (main.length === 0) {
    const refused = model.ofType('tProcess').filter((process) => process.attributes.has('isExecutable'));
    for (const process of refused) report('BPMN.NOT_EXECUTABLE_PROCESS', process);
    if (refused.length === 0) report('BPMN.NOT_EXECUTABLE_NO_PROCESS', model.definitions);
  }
  if (main.length > 1) {
    for (const process of main) {
      report('BPMN.NOT_EXECUTABLE_SEVERAL', process, { count: String(main.length) });
    }
  }
  const executable = new Set(executableProcesses(model));
  for (const process of executable) checkId(process, report);
  for (const element of [...model.ofType('tFlowNode'), ...model.ofType('tSequenceFlow')]) {
    const process = model.processOf(element);
    if (process && executable.has(process)) checkId(element, report);
  }
  for (const element of model.ofType('tImport')) {
    const location = element.attributes.get('location') ?? '';
    const types = XSD_OR_WSDL.test(element.attributes.get('importType') ?? '');
    report(types ? 'BPMN.NOT_EXECUTABLE_TYPES' : 'BPMN.NOT_EXECUTABLE_IMPORT', element, { location });
  }
  for (const extension of model.ofType('tExtension')) {
    if (isTrue(extension, 'mustUnderstand')) report('BPMN.NOT_EXECUTABLE_EXTENSION', extension);
  }
};

/** Names that every object of JavaScript has: looked up in a table, they would always be found. */
const RESERVED = new Set(Object.getOwnPropertyNames(Object.prototype));

const checkId = (element: XmlElement, report: Report): void => {
  const id = idOf(element);
  if (id === undefined) report('BPMN.NOT_EXECUTABLE_WITHOUT_ID', element);
  else if (RESERVED.has(id)) report('BPMN.NOT_EXECUTABLE_ID', element, { id });
};
