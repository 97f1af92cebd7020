import { complexType, type ComplexType } from '../../schema/schema.js';
import { idOf, type XmlElement, XSI } from '../../xml/xml-element.js';
import { declaredType } from '../model/bpmn-model.js';
import type { Report } from '../model/rule.js';
import { matchContent } from './content.js';
import { isSimple, valueFault } from './values.js';

const ROOT_TYPE = 'tDefinitions';

/** Content of which BPMN says nothing: extensions, and the markup of documentation, scripts and notes. */
const OPAQUE = new Set(['tExtensionElements', 'tDocumentation', 'tScript', 'tText', 'tAnything']);

/** The type of every element of BPMN in the file, in its order, and whatever breaks the schema on the way. */
export const typeElements = (root: XmlElement, report: Report): ReadonlyMap<XmlElement, string> => {
  const types = new Map<XmlElement, string>();
  const ids = new Map<string, XmlElement>();
  const visit = (element: XmlElement, declared: string): void => {
    const name = typeNamed(element, declared, report);
    types.set(element, name);
    const type = complexType(name);
    if (!type) return checkSimple(element, name, report);
    checkAttributes(element, type, report);
    const id = type.attributes.has('id') ? idOf(element) : undefined;
    if (id !== undefined) {
      const first = ids.get(id);
      if (first) report('BPMN.ID_TWICE', element, { id, line: String(first.line) });
      else ids.set(id, element);
    }
    if (OPAQUE.has(name)) return;
    if (type.abstract) report('BPMN.SCHEMA_ABSTRACT', element);
    if (!type.mixed && element.text.trim() !== '') {
      report('BPMN.SCHEMA_TEXT', element, { text: element.text.trim().slice(0, 40) });
    }
    const children = matchContent(element, type, report);
    for (const child of element.children) {
      const childType = children.get(child);
      if (childType !== undefined) visit(child, childType);
    }
  };
  visit(root, ROOT_TYPE);
  return types;
};

/** `xsi:type` may narrow the type that the place declares. */
const typeNamed = (element: XmlElement, declared: string, report: Report): string => {
  const own = declaredType(element);
  if (own === undefined || own === declared) return declared;
  if (complexType(own)?.bases.has(declared)) return own;
  report('BPMN.SCHEMA_TYPE', element, { own, declared });
  return declared;
};

const checkSimple = (element: XmlElement, type: string, report: Report): void => {
  if (!isSimple(type)) return;
  const allowed = valueFault(type, element.text);
  if (allowed !== undefined) {
    report('BPMN.SCHEMA_VALUE', element, { what: element.tag, value: element.text.trim(), allowed });
  }
  const [child] = element.children;
  if (child) report('BPMN.SCHEMA_CHILD_UNKNOWN', element, { child: child.tag, parent: element.tag });
};

const checkAttributes = (element: XmlElement, type: ComplexType, report: Report): void => {
  for (const [name, value] of element.attributes) {
    const rule = type.attributes.get(name);
    if (rule) {
      const allowed = valueFault(rule.type, value);
      if (allowed !== undefined) report('BPMN.SCHEMA_VALUE', element, { what: name, value, allowed });
    } else if (!isAllowedBeside(name, type)) {
      report('BPMN.SCHEMA_ATTRIBUTE_UNKNOWN', element, { attribute: name });
    }
  }
  for (const [attribute, { required }] of type.attributes) {
    if (required && !element.attributes.has(attribute)) {
      report('BPMN.SCHEMA_ATTRIBUTE_MISSING', element, { attribute });
    }
  }
};

const BPMN_MODEL = '{http://www.omg.org/spec/BPMN/20100524/MODEL}';
const XML = '{http://www.w3.org/XML/1998/namespace}';

const isAllowedBeside = (name: string, type: ComplexType): boolean =>
  name.startsWith(`{${XSI}}`) ||
  (type.open && name.startsWith('{') && !name.startsWith(BPMN_MODEL)) ||
  (type.open && name.startsWith(XML));
