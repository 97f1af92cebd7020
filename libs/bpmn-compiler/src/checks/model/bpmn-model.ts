import { complexType } from '../../schema/schema.js';
import { idOf, nameIn, type XmlElement } from '../../xml/xml-element.js';

export type Resolution =
  | { readonly kind: 'found'; readonly element: XmlElement }
  /** In another namespace than that of this file. Nothing is fetched, so nobody knows. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'nowhere' };

const NOTHING: readonly XmlElement[] = [];

/** A file with the type of each element, its ids and its sequence flows looked up once. */
export class BpmnModel {
  readonly all: readonly XmlElement[];
  private readonly byId = new Map<string, XmlElement>();
  private readonly byType = new Map<string, XmlElement[]>();
  private readonly bySource = new Map<string, XmlElement[]>();
  private readonly byTarget = new Map<string, XmlElement[]>();

  constructor(
    readonly definitions: XmlElement,
    private readonly types: ReadonlyMap<XmlElement, string>,
  ) {
    this.all = [...types.keys()];
    for (const [element, name] of types) {
      const id = complexType(name)?.attributes.has('id') ? idOf(element) : undefined;
      if (id !== undefined && !this.byId.has(id)) this.byId.set(id, element);
      for (const base of complexType(name)?.bases ?? [name]) put(this.byType, base, element);
    }
    for (const flow of this.ofType('tSequenceFlow')) {
      put(this.bySource, flow.attributes.get('sourceRef') ?? '', flow);
      put(this.byTarget, flow.attributes.get('targetRef') ?? '', flow);
    }
  }

  /** All elements of a type of the schema or of one derived from it. */
  ofType(type: string): readonly XmlElement[] {
    return this.byType.get(type) ?? NOTHING;
  }

  is(element: XmlElement | undefined, type: string): boolean {
    const own = element && this.types.get(element);
    return own !== undefined && (own === type || complexType(own)?.bases.has(type) === true);
  }

  isAny(element: XmlElement | undefined, types: readonly string[]): boolean {
    return types.some((type) => this.is(element, type));
  }

  withId(id: string | undefined): XmlElement | undefined {
    return id === undefined ? undefined : this.byId.get(id);
  }

  flowsFrom(node: XmlElement): readonly XmlElement[] {
    return this.bySource.get(idOf(node) ?? '\u0000') ?? NOTHING;
  }

  flowsTo(node: XmlElement): readonly XmlElement[] {
    return this.byTarget.get(idOf(node) ?? '\u0000') ?? NOTHING;
  }

  /** What a reference of an attribute or of the text of a child means. */
  resolve(at: XmlElement, reference: string): Resolution {
    const name = reference.trim();
    const colon = name.indexOf(':');
    const uri = colon < 0 ? undefined : at.namespaces.get(name.slice(0, colon));
    const here = colon < 0 || uri === this.definitions.attributes.get('targetNamespace');
    const element = here ? this.byId.get(name.slice(colon + 1)) : undefined;
    if (element) return { kind: 'found', element };
    return uri === undefined || here ? { kind: 'nowhere' } : { kind: 'elsewhere' };
  }

  /** The element an attribute refers to, where it is in this file. */
  referred(element: XmlElement | undefined, attribute: string): XmlElement | undefined {
    const reference = element?.attributes.get(attribute);
    const resolution = element && reference !== undefined && this.resolve(element, reference);
    return resolution && resolution.kind === 'found' ? resolution.element : undefined;
  }

  /** The elements that the children of that name refer to, where they are in this file. */
  referredIn(element: XmlElement, child: string): readonly XmlElement[] {
    return element.children.flatMap((each) => {
      if (each.name !== child) return [];
      const resolution = this.resolve(each, each.text);
      return resolution.kind === 'found' ? [resolution.element] : [];
    });
  }

  /** Event definitions of an event, its own and those it refers to. */
  eventDefinitions(event: XmlElement): readonly XmlElement[] {
    return [
      ...event.children.filter((child) => this.is(child, 'tEventDefinition')),
      ...this.referredIn(event, 'eventDefinitionRef'),
    ];
  }

  /** `eventDefinitionRef`s count too where they lead nowhere or out of the file. */
  definitionCount(event: XmlElement): number {
    return event.children.filter(
      (child) => child.name === 'eventDefinitionRef' || this.is(child, 'tEventDefinition'),
    ).length;
  }

  /** The process around an element. */
  processOf(element: XmlElement): XmlElement | undefined {
    for (let around = element.parent; around; around = around.parent) {
      if (this.is(around, 'tProcess')) return around;
    }
    return undefined;
  }
}

const put = (index: Map<string, XmlElement[]>, key: string, element: XmlElement): void => {
  const known = index.get(key);
  if (known) known.push(element);
  else index.set(key, [element]);
};

export const isTrue = (element: XmlElement | undefined, attribute: string): boolean =>
  ['true', '1'].includes(element?.attributes.get(attribute)?.trim() ?? '');

export const isFalse = (element: XmlElement, attribute: string): boolean =>
  ['false', '0'].includes(element.attributes.get(attribute)?.trim() ?? '');

/** `xsi:type` with its prefix resolved: `tFormalExpression`. */
export const declaredType = (element: XmlElement): string | undefined => {
  const value = element.attributes.get('{http://www.w3.org/2001/XMLSchema-instance}type')?.trim();
  if (value === undefined) return undefined;
  const colon = value.indexOf(':');
  return nameIn(element.namespaces.get(colon < 0 ? '' : value.slice(0, colon)), value.slice(colon + 1));
};
