import type { Problem } from '@lianban/contracts';
import { wordsOfPlace } from '../../app/problem.js';
import type { Language } from '../../i18n/language.js';

/** Refusals beside the rung they are about, by `/content/rungs/3/offset`, and all of them in one list. */
export const faultsByRung = (
  errors: NonNullable<Problem['errors']>,
  language: Language,
): { readonly byRung: ReadonlyMap<number, readonly string[]>; readonly all: readonly string[] } => {
  const byRung = new Map<number, string[]>();
  const all: string[] = [];
  for (const fault of errors) {
    const message = wordsOfPlace(fault, language);
    const place = /^\/content\/rungs\/(\d+)/.exec(fault.path ?? '')?.[1];
    all.push(message);
    if (place !== undefined) byRung.set(Number(place), [...(byRung.get(Number(place)) ?? []), message]);
  }
  return { byRung, all };
};
