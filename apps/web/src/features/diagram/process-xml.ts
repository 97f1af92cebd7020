import type { Language } from '../../i18n/language.js';

export interface ProcessElement {
  readonly id: string;
  /** BPMN's own name of the kind: `userTask`, `exclusiveGateway`. */
  readonly kind: string;
  readonly name: string;
  readonly stepNo?: string;
  readonly lane?: string;
}

export interface ProcessXml {
  /** The same file with the names in the reader's language, where it gives them. */
  readonly xml: string;
  readonly elements: ReadonlyMap<string, ProcessElement>;
  readonly lanes: readonly {
    readonly id: string;
    readonly name: string;
    readonly nodes: readonly string[];
  }[];
  /** The element that something inside it (a clock, a definition of an event) belongs to. */
  readonly ownerOf: (id: string) => string;
}

const extension = 'http://lianban.org/schema/bpmn/1.0';
const model = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** Names of a BPMN file as this reader reads them; nothing where the text is no XML. */
export function readProcess(source: string, language: Language): ProcessXml | undefined {
  const file = new DOMParser().parseFromString(source, 'application/xml');
  if (file.querySelector('parsererror') !== null) return undefined;
  const translates = language === 'en' && putEnglishNames(file);
  const lanes = [...file.getElementsByTagNameNS(model, 'lane')].map((lane) => ({
    id: lane.id,
    name: lane.getAttribute('name') ?? '',
    nodes: [...lane.getElementsByTagNameNS(model, 'flowNodeRef')].map((ref) => ref.textContent.trim()),
  }));
  const laneOf = new Map(lanes.flatMap(({ name, nodes }) => nodes.map((node) => [node, name] as const)));
  const elements = new Map<string, ProcessElement>();
  const owners = new Map<string, string>();
  for (const element of file.getElementsByTagNameNS(model, '*')) {
    if (element.id === '') continue;
    const stepNo = extensionOf(element, 'label')?.getAttribute('stepNo') ?? undefined;
    const lane = laneOf.get(element.id);
    elements.set(element.id, {
      id: element.id,
      kind: element.localName,
      name: element.getAttribute('name') ?? '',
      ...(stepNo === undefined ? {} : { stepNo }),
      ...(lane === undefined ? {} : { lane }),
    });
  }
  for (const part of file.querySelectorAll('[id]')) {
    let owner: Element | null = part;
    while (owner !== null && !elements.has(owner.id)) owner = owner.parentElement;
    if (owner !== null && owner !== part) owners.set(part.id, owner.id);
  }
  return {
    xml: translates ? new XMLSerializer().serializeToString(file) : source,
    elements,
    lanes,
    ownerOf: (id) => owners.get(id) ?? id,
  };
}

/** True where the file gives at least one English name. */
function putEnglishNames(file: XMLDocument): boolean {
  let found = false;
  for (const note of file.getElementsByTagNameNS(extension, '*')) {
    const name = note.getAttribute(note.localName === 'label' ? 'en' : 'nameEn');
    const named = note.parentElement?.parentElement;
    if (name === null || named === undefined || named === null) continue;
    named.setAttribute('name', name);
    found = true;
  }
  return found;
}

const extensionOf = (element: Element, name: string): Element | undefined => {
  const holder = [...element.children].find(({ localName }) => localName === 'extensionElements');
  return [...(holder?.children ?? [])].find(
    ({ namespaceURI, localName }) => namespaceURI === extension && localName === name,
  );
};
