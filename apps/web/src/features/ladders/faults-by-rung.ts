import type { Problem } from '@lianban/contracts';
import type { Language } from '../../i18n/language.js';

/** Refusals beside the rung they are about, by `/content/rungs/3/offset`, and all of them in one list. */
export const faultsByRung = (
  errors: NonNullable<Problem['errors']>,
  language: Language,
): { readonly byRung: ReadonlyMap<number, readonly string[]>; readonly all: readonly string[] } => {
  const byRung = new Map<number, string[]>();
  const all: string[] = [];
  for (const { path, message: english, zh } of errors) {
    const message = language === 'zh' ? (zh ?? english) : english;
    const place = /^\/content\/rungs\/(\d+)/.exec(path ?? '')?.[1];
    all.push(message);
    if (place !== undefined) byRung.set(Number(place), [...(byRung.get(Number(place)) ?? []), message]);
  }
  return { byRung, all };
};
