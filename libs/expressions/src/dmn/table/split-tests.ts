/** The single tests of a list of unary tests: `"a, b", [1..2]` are two. Commas in texts and brackets divide nothing. */
export const splitTests = (text: string): readonly string[] => {
  const tests: string[] = [];
  let from = 0;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    // Brackets of ranges need not match (`(1..2]`), so one depth counts all kinds.
    else if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign)) depth -= 1;
    else if (sign === ',' && depth <= 0) {
      tests.push(text.slice(from, at).trim());
      from = at + 1;
      depth = 0;
    }
  }
  return [...tests, text.slice(from).trim()];
};
