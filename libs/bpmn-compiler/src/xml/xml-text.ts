/** Names and characters of XML 1.0, fifth edition, and of Namespaces in XML. */
const NAME_START = String.raw`A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}`;
const NAME = String.raw`[${NAME_START}][${NAME_START}.\-0-9\u00B7\u0300-\u036F\u203F\u2040]*`;

/** An xsd:NCName, which an xsd:ID is as well. */
export const NC_NAME = new RegExp(`^${NAME}$`, 'u');

/** A name with an optional prefix, at `lastIndex`. */
export const QUALIFIED_NAME = new RegExp(`(?:(${NAME}):)?(${NAME})`, 'uy');

/** What no XML text may hold, not even as a character reference. */
// oxlint-disable-next-line no-control-regex -- XML 1.0 §2.2 forbids just these
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

export const forbiddenAt = (text: string): number => text.search(FORBIDDEN);

const PREDEFINED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const NO_REFERENCE = /&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)/;

/** Character data with its references resolved; undefined where one is none (there are no entities without a DTD). */
export const resolved = (text: string): string | undefined => {
  if (!text.includes('&')) return text;
  if (NO_REFERENCE.test(text)) return undefined;
  let wrong = false;
  const plain = text.replaceAll(/&([^;]+);/g, (_all, reference: string) => {
    const character = referred(reference);
    wrong ||= character === undefined;
    return character ?? '';
  });
  return wrong ? undefined : plain;
};

const referred = (name: string): string | undefined => {
  const number = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name);
  if (!number) return Object.hasOwn(PREDEFINED, name) ? PREDEFINED[name] : undefined;
  const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
  if (code > 0x10ffff) return undefined;
  const character = String.fromCodePoint(code);
  return forbiddenAt(character) >= 0 ? undefined : character;
};
