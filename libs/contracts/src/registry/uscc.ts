/** GB 32100-2015: 31 signs, without I, O, S, V and Z. */
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Weights of places 1–17: 3^(i-1) mod 31. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** The 18th sign of a unified social credit code (统一社会信用代码) for its first 17, or undefined for a foreign sign. */
export function usccCheckSign(first17: string): string | undefined {
  let sum = 0;
  for (const [place, weight] of weights.entries()) {
    const value = signs.indexOf(first17.charAt(place));
    if (value < 0 || first17.charAt(place) === '') return undefined;
    sum += value * weight;
  }
  return signs[(31 - (sum % 31)) % 31];
}

export const isUscc = (code: string): boolean =>
  code.length === 18 && /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}/.test(code) && usccCheckSign(code) === code.charAt(17);
