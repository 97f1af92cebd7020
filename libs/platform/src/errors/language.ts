export type Language = 'zh' | 'en';

/** Chinese unless English is asked for before it: the first of the two in `Accept-Language`, by weight. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const weighted = (acceptLanguage ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
      const weight = parameters.map((text) => text.trim()).find((text) => text.startsWith('q='));
      return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
    })
    .filter(({ tag, weight }) => weight > 0 && /^(zh|en)\b/.test(tag))
    .toSorted((a, b) => b.weight - a.weight);
  return weighted[0]?.tag.startsWith('en') === true ? 'en' : 'zh';
}
