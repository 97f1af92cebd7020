import { ELEMENTS, TYPES, WORDS } from './bpmn-schema.js';

/** A place in the content of an element. */
export interface Particle {
  /** As the schema names it, for the reader. */
  readonly label: string;
  /** Type of each element that may stand here; undefined where anything may. */
  readonly types: ReadonlyMap<string, string> | undefined;
  readonly least: number;
  readonly most: number;
}

interface AttributeRule {
  readonly type: string;
  readonly required: boolean;
}

export interface ComplexType {
  readonly name: string;
  readonly bases: ReadonlySet<string>;
  readonly abstract: boolean;
  readonly mixed: boolean;
  /** Alternatives; all but two types have one. */
  readonly contents: readonly (readonly Particle[])[];
  readonly attributes: ReadonlyMap<string, AttributeRule>;
  /** Attributes of other namespaces are allowed. */
  readonly open: boolean;
}

const lines = (text: string): readonly string[] => text.trim().split('\n');
const words = (text: string): readonly string[] => text.split(' ').filter(Boolean);

const groups: ReadonlyMap<string, readonly string[]> = new Map(
  lines(ELEMENTS).map((line) => {
    const [, head = '', members = ''] = /^(\S+?):? (.*)$/.exec(line) ?? [];
    return [head, words(members)];
  }),
);

/** Global elements whose type is not called after them. */
const ODD_TYPES: Readonly<Record<string, string>> = {
  ioBinding: 'tInputOutputBinding',
  ioSpecification: 'tInputOutputSpecification',
};

const typeOfGlobal = (name: string): string =>
  ODD_TYPES[name] ?? (name.includes(':') ? name : `t${name.charAt(0).toUpperCase()}${name.slice(1)}`);

/** An element and all that may stand for it. */
const substitutes = (name: string): readonly string[] => [
  name,
  ...(groups.get(name) ?? []).flatMap((member) => substitutes(member)),
];

const OFTEN: Readonly<Record<string, readonly [number, number]>> = {
  '': [1, 1],
  '?': [0, 1],
  '*': [0, Infinity],
  '+': [1, Infinity],
  '{2,}': [2, Infinity],
  '{1,2}': [1, 2],
};

const particleOf = (text: string): Particle => {
  const [, prefix = '', local = '', own, often = ''] =
    /^((?:bpmndi|di|dc):)?([A-Za-z]+)(?::([A-Za-z:]+))?([?*+]|\{.*\})?$/.exec(text) ?? [];
  const label = prefix + local;
  const [least, most] = OFTEN[often] ?? [1, 1];
  if (label === 'any') return { label, types: undefined, least, most };
  const types =
    own === undefined
      ? new Map(substitutes(label).map((name) => [name, typeOfGlobal(name)]))
      : new Map([[label, own]]);
  return { label, types, least, most };
};

/** `a? ( b c* | d )`: one list of particles for each alternative. */
const contentsOf = (text: string): readonly (readonly Particle[])[] => {
  const choice = /^\( (.*) \)$/.exec(text.trim());
  return (choice?.[1]?.split(' | ') ?? [text]).map((option) => words(option).map(particleOf));
};

interface Row {
  readonly base: string | undefined;
  readonly abstract: boolean;
  readonly mixed: boolean;
  readonly content: string;
  readonly attributes: readonly string[];
}

const rows: ReadonlyMap<string, Row> = new Map(
  lines(TYPES).map((line) => {
    const [, name = '', base, abstract, mixed, content = '', attributes = ''] =
      /^(\S+)(?: < (\S+))?( abstract)?( mixed)? \|(.*)\|([^|]*)$/.exec(line) ?? [];
    return [
      name,
      {
        base,
        abstract: abstract !== undefined,
        mixed: mixed !== undefined,
        content: content.trim(),
        attributes: words(attributes),
      },
    ];
  }),
);

const build = (name: string, row: Row): ComplexType => {
  const base = row.base === undefined ? undefined : complexType(row.base);
  const own = contentsOf(row.content);
  const inherited = base?.contents ?? [[]];
  const attributes = new Map(base?.attributes);
  for (const text of row.attributes) {
    if (text === 'other') continue;
    const at = text.indexOf(':');
    const required = text.charAt(at - 1) === '!';
    attributes.set(text.slice(0, required ? at - 1 : at), { type: text.slice(at + 1), required });
  }
  return {
    name,
    bases: new Set([name, ...(base?.bases ?? [])]),
    abstract: row.abstract,
    mixed: row.mixed || (base?.mixed ?? false),
    contents: inherited.flatMap((before) => own.map((particles) => [...before, ...particles])),
    attributes,
    open: row.attributes.includes('other') || (base?.open ?? false),
  };
};

const built = new Map<string, ComplexType>();

/** The type of that name; undefined for simple types, `tAnything` and names that BPMN doesn't know. */
export const complexType = (name: string): ComplexType | undefined => {
  const known = built.get(name);
  if (known) return known;
  const row = rows.get(name);
  if (!row) return undefined;
  const type = build(name, row);
  built.set(name, type);
  return type;
};

/** The words that a simple type lists; undefined where it is no list. */
const listed: ReadonlyMap<string, readonly string[]> = new Map(
  lines(WORDS).map((line) => {
    const [name = '', list = ''] = line.split(' = ');
    return [name, list.split('|')];
  }),
);

export const wordsOfType = (type: string): readonly string[] | undefined => listed.get(type);
