import { type XmlDanger, type XmlLimits, checkXmlSafety } from '@lianban/kernel';
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { type Diagnostic, problem } from '../diagnostic.js';
import { lianbanDescriptor } from '../moddle/lianban-descriptor.js';

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
  readonly definitions?: ModdleElement;
  readonly diagnostics: readonly Diagnostic[];
}

/** XML to the moddle model. What moddle only warns of (unknown elements, duplicate ids, dangling references) refuses. */
export const readDefinitions = async (xml: string): Promise<Reading> => {
  const danger = checkXmlSafety(xml, XML_LIMITS);
  if (danger) return { diagnostics: [problem(DANGER_CODES[danger.reason], danger.message)] };
  try {
    const { rootElement, warnings } = await new BpmnModdle({ lianban: lianbanDescriptor }).fromXML(xml);
    const diagnostics = warnings.map((warning) =>
      problem('BPMN.XML_INVALID', warning.message.split('\n')[0] ?? warning.message, warning.element?.id),
    );
    return { definitions: rootElement, diagnostics };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { diagnostics: [problem('BPMN.XML_INVALID', message.split('\n')[0] ?? message)] };
  }
};
