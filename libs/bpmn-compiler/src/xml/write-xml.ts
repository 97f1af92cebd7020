import type { XmlContent, XmlDocument, XmlElement } from './xml-element.js';

/**
 * A file as XML 1.0 in UTF-8. Nothing of it is lost: elements, attributes and namespaces of any tool, texts, CDATA,
 * comments and the space between them stand as they were read; only entities, quotes and the encoding are spelled anew.
 */
export const writeXml = ({ root, before, after }: XmlDocument): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...before.map(content),
    element(root),
    ...after.map(content),
  ].join('');

const element = ({ tag, written, content: inside }: XmlElement): string => {
  const attributes = [...written].map(([name, value]) => ` ${name}="${inQuotes(value)}"`).join('');
  return inside.length === 0
    ? `<${tag}${attributes}/>`
    : `<${tag}${attributes}>${inside.map(content).join('')}</${tag}>`;
};

const content = (each: XmlContent): string => {
  switch (each.kind) {
    case 'element':
      return element(each.element);
    case 'text':
      return each.text.replaceAll(/[&<>\r]/g, reference);
    case 'cdata':
      return `<![CDATA[${each.text}]]>`;
    case 'aside':
      return each.text;
  }
};

/** Space other than the blank would be read as a blank. */
const inQuotes = (value: string): string => value.replaceAll(/[&<>"\t\n\r]/g, reference);

const reference = (character: string): string => {
  const name = NAMED[character];
  return name === undefined ? `&#${character.charCodeAt(0)};` : `&${name};`;
};

const NAMED: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };
