import canonicalize from 'canonicalize';

/** One text for one value, whatever wrote it: RFC 8785 (JCS). What is absent is left out. */
export const canonicalText = (value: object): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('There is no canonical text of what is not JSON.');
  return text;
};
