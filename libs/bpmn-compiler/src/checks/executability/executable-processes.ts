import type { XmlElement } from '../../xml/xml-element.js';
import { type BpmnModel, isFalse, isTrue } from '../model/bpmn-model.js';

const isRefused = (process: XmlElement): boolean => isFalse(process, 'isExecutable');

/**
 * Processes of a file that may be meant for execution. If some say so of themselves, it is those; a process that
 * doesn't say is meant as well, else, because it was sent to be published.
 */
export const executableProcesses = (model: BpmnModel): readonly XmlElement[] => {
  const modelled = model
    .ofType('tProcess')
    .filter((process) => process.children.some((child) => model.is(child, 'tFlowNode')));
  const said = modelled.filter((process) => isTrue(process, 'isExecutable'));
  return said.length > 0 ? said : modelled.filter((process) => !isRefused(process));
};

/** Those that no call activity of the file calls. */
export const mainProcesses = (model: BpmnModel): readonly XmlElement[] => {
  const executable = executableProcesses(model);
  const called = new Set(
    model.ofType('tCallActivity').flatMap((call) => {
      const process = model.referred(call, 'calledElement');
      return process && process !== model.processOf(call) ? [process] : [];
    }),
  );
  const main = executable.filter((process) => !called.has(process));
  return main.length > 0 ? main : executable.slice(0, 1);
};
