import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  ATTRIBUTE_REFERENCES,
  CHILD_REFERENCES,
  OUTER_REFERENCES,
} from '../checks/references/references-table.js';
import { readXml } from '../xml/read-xml.js';
import type { XmlElement } from '../xml/xml-element.js';
import { TYPES } from './bpmn-schema.js';
import { complexType } from './schema.js';

const folder = join(
  dirname(createRequire(import.meta.url).resolve('bpmn-moddle/package.json')),
  'resources/bpmn/xsd',
);
const XSD = '{http://www.w3.org/2001/XMLSchema}';

const schemaOf = (file: string): XmlElement => {
  const reading = readXml(readFileSync(join(folder, file), 'utf8'));
  if ('fault' in reading) throw new Error(`${file}: ${reading.fault.message}`);
  return reading.root;
};

const below = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.flatMap((child) =>
    child.name === XSD + name ? [child] : child.name === `${XSD}complexType` ? [] : below(child, name),
  );

const files = [
  ['BPMN20.xsd', ''],
  ['Semantic.xsd', ''],
  ['BPMNDI.xsd', 'bpmndi:'],
  ['DI.xsd', 'di:'],
  ['DC.xsd', 'dc:'],
] as const;

const complexTypes = files.flatMap(([file, prefix]) =>
  schemaOf(file)
    .children.filter(({ name }) => name === `${XSD}complexType`)
    .map((element) => ({ name: prefix + (element.attributes.get('name') ?? ''), element })),
);

describe('the table of the schemas', () => {
  it('holds each type of the standard and no other', () => {
    const named = TYPES.trim()
      .split('\n')
      .map((line) => line.split(' ')[0] ?? '');
    expect(named.toSorted()).toEqual(complexTypes.map(({ name }) => name).toSorted());
  });

  it.each(complexTypes)('knows the children and attributes of $name', ({ name, element }) => {
    const type = complexType(name);
    const labels = new Set(type?.contents.flat().map(({ label }) => label.replace(/^.*:/, '')));
    for (const child of below(element, 'element')) {
      const label = (child.attributes.get('ref') ?? child.attributes.get('name') ?? '').replace(/^.*:/, '');
      expect(labels).toContain(label);
    }
    for (const attribute of below(element, 'attribute')) {
      const required = attribute.attributes.get('use') === 'required';
      expect(type?.attributes.get(attribute.attributes.get('name') ?? '')).toMatchObject({ required });
    }
    expect(type?.abstract).toBe(element.attributes.get('abstract') === 'true');
  });

  it('names for each reference where it may lead', () => {
    const known = new Set(
      [...ATTRIBUTE_REFERENCES, ...CHILD_REFERENCES, ...OUTER_REFERENCES].map(
        ([owner, name]) => `${owner} ${name}`,
      ),
    );
    const references = complexTypes
      .filter(({ name }) => !name.includes(':'))
      .flatMap(({ name, element }) =>
        [...below(element, 'attribute'), ...below(element, 'element')]
          .filter((each) => /^xsd:(QName|IDREF)$/.test(each.attributes.get('type') ?? ''))
          .map((each) => `${name} ${each.attributes.get('name') ?? ''}`),
      );
    expect(references.filter((reference) => !known.has(reference))).toEqual([]);
  });
});
