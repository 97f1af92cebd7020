/** One element of a file as it is written: nothing defaulted, nothing resolved, in the order of the text. */
export interface XmlElement {
  /** `userTask` in the namespace of BPMN, `bpmndi:BPMNShape` in those of diagrams, `{uri}name` in any other. */
  readonly name: string;
  /** As the file spells it, with its prefix. */
  readonly tag: string;
  /** Without namespace by their name, others as `{uri}name`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Prefixes that are bound here; the default namespace stands under the empty prefix. */
  readonly namespaces: ReadonlyMap<string, string>;
  readonly parent: XmlElement | undefined;
  readonly children: readonly XmlElement[];
  /** Attributes as the file spells them, declarations of namespaces among them. */
  readonly written: ReadonlyMap<string, string>;
  /** All that stands inside, in order. */
  readonly content: readonly XmlContent[];
  /** Character data directly inside. */
  readonly text: string;
  readonly line: number;
  /** Where it stands in the text of its document: from its `<` to behind its last `>`. */
  readonly from: number;
  readonly to: number;
}

export type XmlContent =
  | { readonly kind: 'element'; readonly element: XmlElement }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'cdata'; readonly text: string }
  /** Comments and processing instructions, with their marks. */
  | { readonly kind: 'aside'; readonly text: string };

/** A whole file: the outermost element, and what stands before and after it. */
export interface XmlDocument {
  /** Without a byte order mark, ends of lines as one character. */
  readonly text: string;
  readonly root: XmlElement;
  readonly before: readonly XmlContent[];
  readonly after: readonly XmlContent[];
}

export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** Namespaces of BPMN 2.0.2 §15.2, by the prefix under which this library names their elements. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ['http://www.omg.org/spec/BPMN/20100524/MODEL', ''],
  ['http://www.omg.org/spec/BPMN/20100524/DI', 'bpmndi:'],
  ['http://www.omg.org/spec/DD/20100524/DI', 'di:'],
  ['http://www.omg.org/spec/DD/20100524/DC', 'dc:'],
]);

/** The name of an element or a type in the notation of {@link XmlElement.name}. */
export const nameIn = (namespace: string | undefined, local: string): string => {
  const prefix = KNOWN.get(namespace ?? '');
  return prefix === undefined ? `{${namespace ?? ''}}${local}` : `${prefix}${local}`;
};

export const isForeign = ({ name }: XmlElement): boolean => name.startsWith('{');

export const idOf = (element: XmlElement): string | undefined => element.attributes.get('id');

export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name);

export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child) => child.name === name);
