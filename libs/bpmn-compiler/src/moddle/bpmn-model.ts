import { BpmnModdle, type ModdlePackage } from 'bpmn-moddle';
import { lianbanDescriptor } from './lianban-descriptor.js';

/** Where the descriptors of bpmn-moddle 10.3 differ from the schema BPMN20.xsd: type, property, what is right. */
const CORRECTIONS: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  // An element in the schema.
  GlobalScriptTask: { script: { isAttr: false } },
  // A number in the schema; read as text, what is no number can be said instead of becoming NaN.
  StandardLoopCharacteristics: { loopMaximum: { type: 'String' } },
};

/**
 * moddle knows ids of ASCII letters only and takes `constructor` for a double: without the mark on the property it lets
 * ids be, and what refers to them is found by resolve-references.ts.
 */
const corrected = (known: ModdlePackage): ModdlePackage => ({
  ...known,
  types: known.types.map((type) => {
    if (!type.properties) return type;
    const corrections = CORRECTIONS[type.name];
    const properties = type.properties.map(({ isId: _mark, ...property }) => ({
      ...property,
      // The registry of the plain model has put the prefix before the names.
      ...corrections?.[property.name.slice(property.name.indexOf(':') + 1)],
    }));
    return { ...type, properties };
  }),
});

let model: BpmnModdle | undefined;

/** BPMN 2.0 with our extensions, as moddle knows it. Made once; reading and writing leave no trace in it. */
export const bpmnModel = (): BpmnModdle => {
  if (!model) {
    const plain = new BpmnModdle();
    const packages = ['bpmn', 'bpmndi', 'di', 'dc'].map(
      (prefix) => [prefix, corrected(plain.getPackage(prefix))] as const,
    );
    model = new BpmnModdle({ ...Object.fromEntries(packages), lianban: lianbanDescriptor });
  }
  return model;
};
