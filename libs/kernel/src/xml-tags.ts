/** A tag of an XML text and where it stands: from its `<` to its `>`. */
export interface XmlTag {
  readonly kind: 'open' | 'close' | 'empty';
  readonly from: number;
  readonly to: number;
}

/** Parts of the text that hold no tags, and what ends them. */
const QUIET = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** In one pass, whatever the text: an attribute may hold a `>`, so quotes are followed. */
export function* tagsOf(xml: string): Generator<XmlTag> {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const quiet = QUIET.find(([begin]) => xml.startsWith(begin, at));
    if (quiet) {
      const end = xml.indexOf(quiet[1], at + quiet[0].length);
      if (end < 0) return;
      at = end + quiet[1].length;
      continue;
    }
    const end = endOfTag(xml, at + 1);
    if (end < 0) return;
    const kind = xml[at + 1] === '/' ? 'close' : xml[end - 1] === '/' ? 'empty' : 'open';
    yield { kind, from: at, to: end };
    at = end + 1;
  }
}

const endOfTag = (xml: string, from: number): number => {
  let quote = '';
  for (let at = from; at < xml.length; at += 1) {
    const sign = xml.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at;
  }
  return -1;
};
