import { type XmlDanger, type XmlLimits, checkXmlSafety } from '@lianban/kernel';
import type { ModdleElement, ModdleWarning } from 'bpmn-moddle';
import { type Diagnostic, problem } from '../diagnostic.js';
import { bpmnModel } from '../moddle/bpmn-model.js';

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
  try {
    const { rootElement, warnings, elementsById } = await bpmnModel().fromXML(xml);
    const diagnostics = warnings
      .filter((warning) => !resolvedByLocalName(warning, elementsById))
      .map((warning) => problem('BPMN.XML_INVALID', firstLine(warning.message), warning.element?.id));
    return { definitions: rootElement, diagnostics };
  } catch (error) {
    return {
      diagnostics: [
        problem('BPMN.XML_INVALID', firstLine(error instanceof Error ? error.message : String(error))),
      ],
    };
  }
};

/** References are qualified names in BPMN's schema (`tns:message1`); moddle looks for the whole text as an id. */
const resolvedByLocalName = (
  { element, property, value }: ModdleWarning,
  elementsById: Readonly<Record<string, ModdleElement>>,
): boolean => {
  const local = value?.match(/^[^:]+:([^:]+)$/)?.[1];
  const target = local !== undefined && Object.hasOwn(elementsById, local) ? elementsById[local] : undefined;
  if (!element || property === undefined || !target) return false;
  const held = element.get(property);
  if (Array.isArray(held)) held.push(target);
  else element.set(property, target);
  return true;
};

const firstLine = (text: string): string => text.split('\n')[0] ?? text;
