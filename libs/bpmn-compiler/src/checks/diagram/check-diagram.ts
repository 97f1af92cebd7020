import type { XmlElement } from '../../xml/xml-element.js';
import type { BpmnModel } from '../model/bpmn-model.js';
import { naming } from '../model/findings.js';
import type { ModelCheck, Report } from '../model/rule.js';

const REFERENCES = [
  'bpmnElement',
  'sourceElement',
  'targetElement',
  'labelStyle',
  'choreographyActivityShape',
];

const LINES = ['tSequenceFlow', 'tMessageFlow', 'tAssociation', 'tDataAssociation', 'tConversationLink'];

/** The drawing shows what is in the file, each thing once and in its kind. It executes nothing: all are warnings. */
export const checkDiagram: ModelCheck = (model, report) => {
  for (const type of ['bpmndi:BPMNPlane', 'bpmndi:BPMNShape', 'bpmndi:BPMNEdge', 'bpmndi:BPMNLabel']) {
    for (const drawing of model.ofType(type)) {
      for (const what of REFERENCES) checkReference(model, drawing, what, report);
    }
  }
  checkKind(model, 'bpmndi:BPMNShape', false, report);
  checkKind(model, 'bpmndi:BPMNEdge', true, report);
  for (const plane of model.ofType('bpmndi:BPMNPlane')) checkOnce(model, plane, report);
};

const checkReference = (model: BpmnModel, drawing: XmlElement, what: string, report: Report): void => {
  const reference = drawing.attributes.get(what);
  if (reference === undefined || model.resolve(drawing, reference).kind !== 'nowhere') return;
  report('BPMN.DIAGRAM_REFERENCE', drawing, { what, reference });
};

const checkKind = (model: BpmnModel, type: string, asLine: boolean, report: Report): void => {
  for (const drawing of model.ofType(type)) {
    const drawn = model.referred(drawing, 'bpmnElement');
    if (drawn && model.isAny(drawn, LINES) !== asLine) {
      report('BPMN.DIAGRAM_SHAPE_KIND', drawing, {
        drawn: naming(drawn),
        what: asLine ? 'line' : 'shape',
        whatZh: asLine ? '线' : '形状',
      });
    }
  }
};

const checkOnce = (model: BpmnModel, plane: XmlElement, report: Report): void => {
  const seen = new Set<XmlElement>();
  for (const drawing of plane.children) {
    const drawn = model.referred(drawing, 'bpmnElement');
    // In a choreography a participant has a band at each task.
    if (!drawn || drawing.attributes.has('participantBandKind')) continue;
    if (seen.has(drawn)) report('BPMN.DIAGRAM_TWICE', drawing, { drawn: naming(drawn) });
    seen.add(drawn);
  }
};
