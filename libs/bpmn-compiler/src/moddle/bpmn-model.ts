import { BpmnModdle, type ModdlePackage } from 'bpmn-moddle';
import { lianbanDescriptor } from './lianban-descriptor.js';

/** Where the descriptors of bpmn-moddle 10.3 differ from the schema BPMN20.xsd: type, property, what is right. */
const CORRECTIONS: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  // An element in the schema.
  GlobalScriptTask: { script: { isAttr: false } },
  // A number in the schema; read as text, what is no number can be said instead of becoming NaN.
  StandardLoopCharacteristics: { loopMaximum: { type: 'String' } },
};

const corrected = (bpmn: ModdlePackage): ModdlePackage => ({
  ...bpmn,
  types: bpmn.types.map((type) => {
    const corrections = CORRECTIONS[type.name];
    if (!corrections || !type.properties) return type;
    const properties = type.properties.map((property) => ({ ...property, ...corrections[property.name] }));
    return { ...type, properties };
  }),
});

let model: BpmnModdle | undefined;

/** BPMN 2.0 with our extensions, as moddle knows it. Made once; reading and writing leave no trace in it. */
export const bpmnModel = (): BpmnModdle => {
  model ??= new BpmnModdle({
    bpmn: corrected(new BpmnModdle().getPackage('bpmn')),
    lianban: lianbanDescriptor,
  });
  return model;
};
