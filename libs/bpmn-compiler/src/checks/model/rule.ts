import type { XmlElement } from '../../xml/xml-element.js';
import type { BpmnModel } from './bpmn-model.js';
import type { RuleCode } from '../texts/rules.js';

/** What the words in braces of a rule's text stand for. */
export type Words = Readonly<Record<string, string>>;

export type Report = (code: RuleCode, element: XmlElement, words?: Words) => void;

/** One rule, or a close family of rules, over a whole file. */
export type ModelCheck = (model: BpmnModel, report: Report) => void;
