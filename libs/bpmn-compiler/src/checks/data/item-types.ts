import type { XmlElement } from '../../xml/xml-element.js';
import type { BpmnModel } from '../model/bpmn-model.js';

/** The item definition of data; a reference to a data object or store without one has that of what it refers to. */
export const itemOf = (model: BpmnModel, data: XmlElement | undefined): XmlElement | undefined =>
  model.referred(data, 'itemSubjectRef') ??
  model.referred(model.referred(data, 'dataObjectRef'), 'itemSubjectRef') ??
  model.referred(model.referred(data, 'dataStoreRef'), 'itemSubjectRef');

/** Whether two item definitions are known to differ. One that is not declared may be anything. */
export const differ = (one: XmlElement | undefined, other: XmlElement | undefined): boolean => {
  if (one === undefined || other === undefined || one === other) return false;
  const structure = one.attributes.get('structureRef');
  return structure === undefined || structure !== other.attributes.get('structureRef');
};
