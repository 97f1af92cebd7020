/** Characters between the tags, without white space: what the expressions of a file come to. */
export const textLength = (xml: string): number => {
  let length = 0;
  let inTag = false;
  for (let at = 0; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (code === LESS) inTag = true;
    else if (code === GREATER) inTag = false;
    else if (!inTag && code > SPACE) length += 1;
  }
  return length;
};

const LESS = 0x3c;
const GREATER = 0x3e;
const SPACE = 0x20;
