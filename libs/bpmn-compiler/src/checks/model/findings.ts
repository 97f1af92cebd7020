import type { Diagnostic } from '../../diagnostic.js';
import { idOf, type XmlElement } from '../../xml/xml-element.js';
import { RULES, type RuleCode } from '../texts/rules.js';
import type { RuleText } from '../texts/rule-text.js';
import type { Report, Words } from './rule.js';

/** So many of one kind say what is wrong; more of it would only fill the page. */
const MOST_OF_A_KIND = 50;

/** No honest id comes near; one of a million characters would stand in each of its findings. */
const LONGEST_ID = 500;

/** Gathers what the checks report, in the order of the file. */
export class Findings {
  private readonly found: Diagnostic[] = [];
  private readonly count = new Map<string, number>();
  private readonly said = new Set<string>();

  readonly report: Report = (code, element, words = {}) => {
    const count = (this.count.get(code) ?? 0) + 1;
    this.count.set(code, count);
    if (count > MOST_OF_A_KIND) return;
    const diagnostic = diagnosticOf(code, element, words);
    const key = `${code} ${diagnostic.line} ${diagnostic.elementId} ${diagnostic.message}`;
    if (this.said.has(key)) return;
    this.said.add(key);
    this.found.push(diagnostic);
  };

  all(): readonly Diagnostic[] {
    return this.found.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
  }
}

const diagnosticOf = (code: RuleCode, element: XmlElement, words: Words): Diagnostic => {
  const rule: RuleText = RULES[code];
  const known = { element: naming(element), ...words };
  const elementId = nearestId(element);
  return {
    severity: rule.warning ? 'warning' : 'error',
    code,
    message: filled(rule.en, known),
    zh: filled(rule.zh, { ...known, ...chinese(words) }),
    ...(elementId === undefined ? {} : { elementId: elementId.slice(0, LONGEST_ID) }),
    line: element.line,
  };
};

/** A word that reads otherwise in Chinese is given a second time, as `whereZh`. */
const chinese = (words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).flatMap(([name, word]) => (name.endsWith('Zh') ? [[name.slice(0, -2), word]] : [])),
  );

const filled = (text: string, words: Words): string =>
  text.replaceAll(/\{(\w+)\}/g, (brace, name: string) => {
    const word = Object.hasOwn(words, name) ? (words[name] ?? brace) : brace;
    return word.length > 120 ? `${word.slice(0, 117)}…` : word;
  });

/** `userTask "check"`; an element without id by its name or its line. */
export const naming = (element: XmlElement): string => {
  const called = idOf(element) ?? element.attributes.get('name');
  const local = element.name.replace(/^\{.*\}/, '');
  return called === undefined ? `${local} (:${element.line})` : `${local} "${called}"`;
};

const nearestId = (element: XmlElement): string | undefined => {
  for (let around: XmlElement | undefined = element; around; around = around.parent) {
    const id = idOf(around);
    if (id !== undefined) return id;
  }
  return undefined;
};
