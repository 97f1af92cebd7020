import { valueFault } from '../schema/values.js';
import type { XmlElement } from '../../xml/xml-element.js';
import type { BpmnModel } from '../model/bpmn-model.js';
import { naming } from '../model/findings.js';
import type { ModelCheck, Report } from '../model/rule.js';
import { ATTRIBUTE_REFERENCES, CHILD_REFERENCES } from './references-table.js';

/** Every reference leads to an element of this file, of a type that may stand there. */
export const checkReferences: ModelCheck = (model, report) => {
  for (const [owner, attribute, targets] of ATTRIBUTE_REFERENCES) {
    for (const element of model.ofType(owner)) {
      const reference = element.attributes.get(attribute);
      if (reference !== undefined) {
        checkReference(model, element, attribute, reference, targets, report);
      }
    }
  }
  for (const [owner, name, targets] of CHILD_REFERENCES) {
    for (const element of model.ofType(owner)) {
      for (const child of element.children) {
        if (child.name === name) checkReference(model, child, name, child.text, targets, report);
      }
    }
  }
};

const checkReference = (
  model: BpmnModel,
  element: XmlElement,
  what: string,
  reference: string,
  targets: readonly string[],
  report: Report,
): void => {
  // The schema has said already that it is no reference at all.
  if (valueFault('QName', reference) !== undefined) return;
  const words = { what, reference: reference.trim() };
  const resolution = model.resolve(element, reference);
  if (resolution.kind === 'nowhere') report('BPMN.REFERENCE_NOWHERE', element, words);
  else if (resolution.kind === 'elsewhere') report('BPMN.NOT_EXECUTABLE_IMPORTED', element, words);
  else if (!model.isAny(resolution.element, targets)) {
    report('BPMN.REFERENCE_TYPE', element, {
      what,
      found: naming(resolution.element),
      expected: targets.map((type) => type.slice(1)).join(', '),
    });
  }
};
