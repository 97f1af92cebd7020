import { type XmlDanger, type XmlLimits, checkXmlSafety, closeAttributeSpaces } from '@lianban/kernel';
import type { ModdleElement, ModdleWarning } from 'bpmn-moddle';
import { type Diagnostic, problem } from '../diagnostic.js';
import { readXml } from '../xml/read-xml.js';
import { bpmnModel } from '../moddle/bpmn-model.js';
import { resolveReferences } from '../moddle/resolve-references.js';
import type { XmlDocument } from '../xml/xml-element.js';

export const XML_LIMITS: XmlLimits = {
  length: 1_000_000,
  depth: 50,
  /** Of the process and its diagram together. */
  elements: 10_000,
};

const DANGER_CODES: Readonly<Record<XmlDanger['reason'], string>> = {
  TOO_LARGE: 'BPMN.TOO_LARGE',
  DTD_REFUSED: 'BPMN.DTD_REFUSED',
  TOO_DEEP: 'BPMN.TOO_DEEP',
  TOO_MANY_ELEMENTS: 'BPMN.TOO_MANY_ELEMENTS',
};

export interface Reading {
  /** Absent where nothing could be read at all. */
  readonly definitions?: ModdleElement;
  readonly diagnostics: readonly Diagnostic[];
}

/** Why a file is given to no parser at all. */
export const unsafeXml = (xml: string): Diagnostic | undefined => {
  const danger = checkXmlSafety(xml, XML_LIMITS);
  return danger && problem(DANGER_CODES[danger.reason], danger.message);
};

/** XML to the moddle model. What moddle only warns of (unknown elements, duplicate ids, dangling references) is an error. */
export const readDefinitions = async (xml: string): Promise<Reading> => {
  const unsafe = unsafeXml(xml);
  if (unsafe) return { diagnostics: [unsafe] };
  // Strictly, in one pass, first: moddle repairs what is broken, and some of it at a price that grows with its square.
  const document = readXml(xml);
  if ('fault' in document) return { diagnostics: [invalid(document.fault.message)] };
  return readModel(xml);
};

/** Without the diagrams: they say nothing to the engine and are half of a file. */
export const readProcesses = ({ text, root }: XmlDocument): Promise<Reading> => {
  const parts: string[] = [];
  let at = 0;
  for (const { name, from, to } of root.children) {
    if (name !== 'bpmndi:BPMNDiagram') continue;
    parts.push(text.slice(at, from));
    at = to;
  }
  return readModel([...parts, text.slice(at)].join(''));
};

const readModel = async (xml: string): Promise<Reading> => {
  try {
    const { rootElement, warnings, references } = await bpmnModel().fromXML(closeAttributeSpaces(xml));
    const dangling = resolveReferences(rootElement, references);
    return {
      definitions: rootElement,
      diagnostics: [
        ...warnings.filter(isOwn).map(({ message, element }) => invalid(message, element?.id)),
        ...dangling
          .filter(({ id }) => !id.includes(':'))
          .map(({ element, id }) => invalid(`unresolved reference <${id}>`, element.id)),
      ],
    };
  } catch (error) {
    return { diagnostics: [invalid(error instanceof Error ? error.message : String(error))] };
  }
};

/** References are resolved here; the text is decoded already, whatever encoding the file once had. */
const isOwn = ({ message }: ModdleWarning): boolean =>
  !/^unresolved reference|^unsupported document encoding/.test(message);

const invalid = (message: string, elementId?: string): Diagnostic =>
  problem('BPMN.XML_INVALID', message.split('\n')[0] ?? message, elementId);
