import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { type Diagnostic, problem } from '../diagnostic.js';
import { lianbanDescriptor } from '../moddle/lianban-descriptor.js';
import { checkXmlSafety } from './check-xml-safety.js';

export interface Reading {
  readonly definitions?: ModdleElement;
  readonly diagnostics: readonly Diagnostic[];
}

/** XML to the moddle model. What moddle only warns of (unknown elements, duplicate ids, dangling references) refuses. */
export const readDefinitions = async (xml: string): Promise<Reading> => {
  const unsafe = checkXmlSafety(xml);
  if (unsafe) return { diagnostics: [unsafe] };
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
