import { nameIn, type XmlContent, type XmlDocument, type XmlElement } from './xml-element.js';
import { forbiddenAt, QUALIFIED_NAME, resolved } from './xml-text.js';

interface XmlFault {
  readonly message: string;
  readonly line: number;
}

export type XmlReading = XmlDocument | { readonly fault: XmlFault };

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  readonly content: XmlContent[];
  text: string;
  to: number;
}

class NotWellFormed extends Error {}

/** Each declaration copies those around it; no honest file comes near. */
const MOST_PREFIXES = 200;

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/**
 * Reads XML 1.0 with namespaces strictly, in one pass: what is not well-formed is a fault with its line. It knows no
 * DTD; `checkXmlSafety` has refused one before, and bounds size and depth.
 */
export const readXml = (xml: string): XmlReading => {
  // Line ends are one character, as XML 1.0 §2.11 has it.
  const reader = new XmlReader(xml.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n'));
  try {
    return reader.document();
  } catch (error) {
    if (!(error instanceof NotWellFormed)) throw error;
    return { fault: { message: error.message, line: reader.line() } };
  }
};

class XmlReader {
  private at = 0;
  private lines = 1;
  /** Where the present line ends; looked for once a line, however long it is. */
  private lineEnd: number;
  private root: OpenElement | undefined;
  private open: OpenElement | undefined;
  private readonly before: XmlContent[] = [];
  private readonly after: XmlContent[] = [];

  constructor(private readonly xml: string) {
    this.lineEnd = this.endFrom(0);
  }

  document(): XmlDocument {
    const forbidden = forbiddenAt(this.xml);
    if (forbidden >= 0) this.fail('A character stands here that XML does not allow.', forbidden);
    if (this.xml.startsWith('<?xml')) this.at = this.past('?>', 'The XML declaration is not closed.');
    while (this.at < this.xml.length) this.next();
    if (this.open) this.fail(`<${this.open.tag}> of line ${this.open.line} is not closed.`);
    const root = this.root ?? this.fail('The file holds no element.');
    return { text: this.xml, root, before: this.before, after: this.after };
  }

  /** The line of where reading stands. */
  line(): number {
    while (this.lineEnd < this.at) {
      this.lines += 1;
      this.lineEnd = this.endFrom(this.lineEnd + 1);
    }
    return this.lines;
  }

  private endFrom(at: number): number {
    const end = this.xml.indexOf('\n', at);
    return end < 0 ? this.xml.length : end;
  }

  private next(): void {
    if (this.xml.charAt(this.at) !== '<') return this.characters();
    if (this.xml.startsWith('<!--', this.at)) return this.comment();
    if (this.xml.startsWith('<![CDATA[', this.at)) return this.cdata();
    if (this.xml.startsWith('<?', this.at)) return this.instruction();
    if (this.xml.startsWith('</', this.at)) return this.close();
    return this.begin();
  }

  private characters(): void {
    const end = this.xml.indexOf('<', this.at);
    const raw = this.xml.slice(this.at, end < 0 ? this.xml.length : end);
    if (raw.includes(']]>')) this.fail('"]]>" may stand only at the end of a CDATA section.');
    const text = resolved(raw) ?? this.fail('An "&" begins no reference that XML knows.');
    this.keep({ kind: 'text', text });
    if (this.open) this.open.text += text;
    else if (text.trim() !== '') this.fail('Text stands outside of all elements.');
    this.at += raw.length;
  }

  private comment(): void {
    const end = this.xml.indexOf('--', this.at + 4);
    if (end < 0 || this.xml.charAt(end + 2) !== '>') this.fail('A comment is not closed, or holds "--".');
    this.keep({ kind: 'aside', text: this.xml.slice(this.at, end + 3) });
    this.at = end + 3;
  }

  private instruction(): void {
    const end = this.past('?>', 'A processing instruction is not closed.');
    this.keep({ kind: 'aside', text: this.xml.slice(this.at, end) });
    this.at = end;
  }

  /** Into the open element, or beside the outermost one. */
  private keep(content: XmlContent): void {
    (this.open?.content ?? (this.root ? this.after : this.before)).push(content);
  }

  private cdata(): void {
    const begin = this.at + '<![CDATA['.length;
    const end = this.past(']]>', 'A CDATA section is not closed.');
    if (!this.open) this.fail('Text stands outside of all elements.');
    else this.open.text += this.xml.slice(begin, end - 3);
    this.keep({ kind: 'cdata', text: this.xml.slice(begin, end - 3) });
    this.at = end;
  }

  private close(): void {
    const end = this.past('>', 'A closing tag is not closed.');
    const tag = this.xml.slice(this.at + 2, end - 1).trimEnd();
    if (this.open?.tag !== tag) {
      this.fail(
        this.open
          ? `</${tag}> closes <${this.open.tag}> of line ${this.open.line}.`
          : `</${tag}> closes nothing.`,
      );
    }
    if (this.open) this.open.to = end;
    this.open = this.open?.parent as OpenElement | undefined;
    this.at = end;
  }

  private begin(): void {
    const line = this.line();
    const from = this.at;
    this.at += 1;
    const { all: tag, prefix, local } = this.qualifiedName('A "<" begins no tag.');
    const written = this.attributes();
    const namespaces = this.namespacesOf(written);
    const bound = prefix === undefined ? namespaces.get('') : this.bound(namespaces, prefix);
    const element: OpenElement = {
      name: nameIn(bound, local),
      tag,
      attributes: this.named(written, namespaces),
      namespaces,
      parent: this.open,
      children: [],
      written,
      content: [],
      text: '',
      line,
      from,
      to: 0,
    };
    if (this.open) {
      this.open.children.push(element);
      this.keep({ kind: 'element', element });
    } else if (this.root) this.fail('A file has one outermost element; here begins a second one.');
    else this.root = element;
    if (this.xml.startsWith('/>', this.at)) {
      this.at += 2;
      element.to = this.at;
    } else if (this.xml.charAt(this.at) === '>') {
      this.at += 1;
      this.open = element;
    } else this.fail(`The tag <${tag}> is not closed.`);
  }

  /** Attributes as written, with prefixes. */
  private attributes(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (;;) {
      const space = this.space();
      const sign = this.xml.charAt(this.at);
      if (sign === '>' || sign === '/' || sign === '') return found;
      if (!space) this.fail('Attributes must be set apart by space.');
      const { all: name } = this.qualifiedName('An attribute has no name.');
      this.space();
      if (this.xml.charAt(this.at) !== '=') this.fail(`The attribute ${name} has no value.`);
      this.at += 1;
      this.space();
      const quote = this.xml.charAt(this.at);
      if (quote !== '"' && quote !== "'") this.fail(`The value of ${name} stands in no quotes.`);
      const end = this.xml.indexOf(quote, this.at + 1);
      if (end < 0) this.fail(`The quotes of ${name} are not closed.`);
      const raw = this.xml.slice(this.at + 1, end);
      if (raw.includes('<')) this.fail(`The value of ${name} holds a "<".`);
      if (found.has(name)) this.fail(`The attribute ${name} stands twice.`);
      const value = resolved(raw.replaceAll(/[\t\n]/g, ' '));
      found.set(name, value ?? this.fail(`The value of ${name} holds an "&" that begins no reference.`));
      this.at = end + 1;
    }
  }

  private namespacesOf(written: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const inherited = this.open?.namespaces ?? new Map([['xml', XML_NAMESPACE]]);
    const own = [...written].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
    if (own.length === 0) return inherited;
    if (inherited.size + own.length > MOST_PREFIXES) this.fail('Too many namespaces are declared here.');
    return new Map([...inherited, ...own.map(([name, uri]) => [name.slice('xmlns:'.length), uri] as const)]);
  }

  private named(
    written: ReadonlyMap<string, string>,
    namespaces: ReadonlyMap<string, string>,
  ): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const [name, value] of written) {
      if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
      const colon = name.indexOf(':');
      const key =
        colon < 0 ? name : `{${this.bound(namespaces, name.slice(0, colon))}}${name.slice(colon + 1)}`;
      if (found.has(key)) this.fail(`The attribute ${name} stands twice.`);
      found.set(key, value);
    }
    return found;
  }

  private bound(namespaces: ReadonlyMap<string, string>, prefix: string): string {
    return namespaces.get(prefix) || this.fail(`The prefix "${prefix}" is bound to no namespace.`);
  }

  private qualifiedName(otherwise: string): { all: string; prefix: string | undefined; local: string } {
    QUALIFIED_NAME.lastIndex = this.at;
    const [all, prefix, local] = QUALIFIED_NAME.exec(this.xml) ?? [];
    if (all === undefined || local === undefined) return this.fail(otherwise);
    this.at += all.length;
    return { all, prefix, local };
  }

  private space(): boolean {
    const from = this.at;
    while (/[ \t\r\n]/.test(this.xml.charAt(this.at))) this.at += 1;
    return this.at > from;
  }

  private past(mark: string, otherwise: string): number {
    const end = this.xml.indexOf(mark, this.at);
    return end < 0 ? this.fail(otherwise) : end + mark.length;
  }

  private fail(message: string, at = this.at): never {
    this.at = at;
    throw new NotWellFormed(message);
  }
}
