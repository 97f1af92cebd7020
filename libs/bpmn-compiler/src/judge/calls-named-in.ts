/** Keys and versions that call activities of a file may mean. A guess from the text: what is not meant is not found. */
export const callsNamedIn = (
  xml: string,
): { readonly keys: readonly string[]; readonly versions: readonly number[] } => ({
  keys: [...xml.matchAll(/\bcalledElement\s*=\s*["']([^"']+)["']/g)].map(([, key]) => key ?? ''),
  versions: [...xml.matchAll(/<lianban:call\b[^>]*\bversion\s*=\s*["'](\d{1,9})["']/g)].map(([, version]) =>
    Number(version),
  ),
});
