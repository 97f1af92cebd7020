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
    widenLabel(file, named.id, name);
    found = true;
  }
  return found;
}

const letterWidth = 6;
const widestLabel = 90;

/** A label was measured for Chinese; English in the same box would break within words. */
function widenLabel(file: XMLDocument, elementId: string, name: string): void {
  const drawn = file.querySelector(`[bpmnElement="${CSS.escape(elementId)}"]`);
  const box = drawn?.querySelector('BPMNLabel > Bounds');
  if (drawn === null || box === null || box === undefined) return;
  const width = Number(box.getAttribute('width'));
  const more = Math.min(widestLabel, name.length * letterWidth) - width;
  if (more <= 0) return;
  box.setAttribute('width', String(width + more));
  // Below an event or a gateway a label is centred; beside a flow it begins where it did.
  const shift = drawn.localName === 'BPMNShape' ? more / 2 : 0;
  box.setAttribute('x', String(Number(box.getAttribute('x')) - shift));
}

const extensionOf = (element: Element, name: string): Element | undefined => {
  const holder = [...element.children].find(({ localName }) => localName === 'extensionElements');
  return [...(holder?.children ?? [])].find(
    ({ namespaceURI, localName }) => namespaceURI === extension && localName === name,
  );
};
