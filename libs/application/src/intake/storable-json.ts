const deepest = 32;

/** What PostgreSQL's jsonb cannot hold (U+0000, half a surrogate pair), or what is nested too deep to walk safely. */
export function isStorableJson(root: unknown): boolean {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return false;
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string' && !isStorableText(value)) return false;
      if (typeof value === 'object' && value !== null) {
        for (const [key, inner] of Object.entries(value)) {
          if (!isStorableText(key)) return false;
          next.push(inner);
        }
      }
    }
    level = next;
  }
  return true;
}

const isStorableText = (text: string): boolean => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
