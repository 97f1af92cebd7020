import { SaxesParser } from 'saxes';

/** An element of an XML file by its namespace and local name. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  /** By local name; a prefix of an attribute says nothing here. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** Reads XML with its namespaces. Entities that a file declares are not known, so that none is expanded. */
export const readXml = (xml: string): XmlElement => {
  const top: XmlElement = { namespace: '', name: '', attributes: new Map(), children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const element: XmlElement = {
      namespace: uri,
      name: local,
      attributes: new Map(Object.values(attributes).map((it) => [it.local, it.value])),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => void open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  const [root] = top.children;
  if (root === undefined) throw new Error('The file holds no element.');
  return root;
};

export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name);
