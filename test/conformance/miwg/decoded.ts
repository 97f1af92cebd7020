/** The text of an XML file: by its byte order mark, else by the encoding it declares, else UTF-8 (XML 1.0, appendix F). */
export const decoded = (bytes: Uint8Array): string => {
  const begin = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(begin)?.[1];
  return new TextDecoder(byMark(bytes) ?? declared ?? 'utf-8').decode(bytes);
};

const byMark = ([first, second]: Uint8Array): string | undefined => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
};
