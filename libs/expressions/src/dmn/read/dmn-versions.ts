/** The model namespaces of DMN 1.1 to 1.6. All are read as 1.3, with the additions of later versions. */
const MODEL_NAMESPACES = [
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20191111/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
  'https://www.omg.org/spec/DMN/20240513/MODEL/',
] as const;

const READ_AS = MODEL_NAMESPACES[2];

/** With a limit to each part: a hostile file must not make the search start over from every place of it. */
const DECLARATION = /(xmlns(?::[^\s=]{1,100})?\s{0,20}=\s{0,20})(["'])([^"']{0,200})\2/g;

/** Whether a namespace is DMN's own, as the type of an import says it. */
export const isDmnNamespace = (namespace: string): boolean =>
  (MODEL_NAMESPACES as readonly string[]).includes(namespace);

/** Declares the model namespace of any version as that of 1.3, which dmn-moddle reads. Nothing else is touched. */
export const asOneVersion = (xml: string): string =>
  xml.replace(DECLARATION, (declaration, name: string, quote: string, namespace: string) =>
    isDmnNamespace(namespace) ? `${name}${quote}${READ_AS}${quote}` : declaration,
  );
