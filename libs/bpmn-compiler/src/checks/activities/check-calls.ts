import { childOf, childrenOf, type XmlElement } from '../../xml/xml-element.js';
import type { BpmnModel } from '../model/bpmn-model.js';
import { naming } from '../model/findings.js';
import type { ModelCheck, Report } from '../model/rule.js';

/** What a call activity calls: a process or global task of this file, with the data that it takes and gives. */
export const checkCalls: ModelCheck = (model, report) => {
  for (const call of model.ofType('tCallActivity')) {
    const reference = call.attributes.get('calledElement');
    if (reference === undefined) {
      report('BPMN.NOT_EXECUTABLE_CALL', call, { called: '?' });
      continue;
    }
    const resolution = model.resolve(call, reference);
    if (resolution.kind !== 'found') {
      report('BPMN.NOT_EXECUTABLE_CALL', call, { called: reference });
    } else if (!model.is(resolution.element, 'tCallableElement')) {
      report('BPMN.REFERENCE_TYPE', call, {
        what: 'calledElement',
        found: naming(resolution.element),
        expected: 'Process, GlobalTask',
      });
    } else checkData(model, call, resolution.element, report);
  }
};

const checkData = (model: BpmnModel, call: XmlElement, called: XmlElement, report: Report): void => {
  const own = childOf(call, 'ioSpecification');
  const its = childOf(called, 'ioSpecification');
  if (!own && !its) return;
  for (const what of ['dataInput', 'dataOutput']) {
    const mine = own ? childrenOf(own, what) : [];
    const theirs = its ? childrenOf(its, what) : [];
    const differ = mine.some((data, index) => !sameItem(model, data, theirs[index]));
    if (mine.length === theirs.length && !differ) continue;
    report('BPMN.NOT_EXECUTABLE_CALLED_DATA', call, {
      what,
      called: naming(called),
      own: String(mine.length),
      its: String(theirs.length),
    });
  }
};

const sameItem = (model: BpmnModel, one: XmlElement, other: XmlElement | undefined): boolean => {
  const first = model.referred(one, 'itemSubjectRef');
  const second = model.referred(other, 'itemSubjectRef');
  return (
    first === undefined ||
    second === undefined ||
    first === second ||
    first.attributes.get('structureRef') === second.attributes.get('structureRef')
  );
};
