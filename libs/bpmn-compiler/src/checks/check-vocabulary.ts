import type { ModdleElement } from 'bpmn-moddle';
import { type Diagnostic, problem } from '../diagnostic.js';
import {
  CLOCK_KINDS,
  LAST_DAYS,
  EARLY,
  LEVELS,
  REACHES,
  ROLES,
  SCOPES,
  SERVICE_KINDS,
  SIGNING_MODES,
  STOP_ACTIONS,
  UNITS,
} from '../plan/vocabulary.js';
import { elementOf, elementsOf } from '../read/properties.js';

const WORDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'lianban:Lane': { level: LEVELS },
  'lianban:Task': { role: ROLES },
  'lianban:Service': { kind: SERVICE_KINDS },
  'lianban:Clock': { scope: SCOPES, kind: CLOCK_KINDS, unit: UNITS, lastDay: LAST_DAYS, extendUnit: UNITS },
  'lianban:Timer': { unit: UNITS },
  'lianban:ClockStop': { action: STOP_ACTIONS },
  'lianban:Message': { early: EARLY },
  'lianban:Signal': { reach: REACHES },
  'lianban:Signing': { mode: SIGNING_MODES },
};

/** A misspelt word of our extensions would be read as another one: `workingday` as a default, `inspect` as no inspection. */
export const checkVocabulary = (carriers: readonly ModdleElement[]): readonly Diagnostic[] => {
  const clocks = new Set<string>();
  return carriers.flatMap((carrier) => {
    const holder = elementOf(carrier, 'extensionElements');
    const values = holder ? elementsOf(holder, 'values') : [];
    return values
      .filter(({ $type }) => $type.startsWith('lianban:'))
      .flatMap((value) => [
        ...checkWords(value, carrier),
        ...(value.$type === 'lianban:Clock' ? checkClockId(value, carrier, clocks) : []),
      ]);
  });
};

const checkWords = (value: ModdleElement, carrier: ModdleElement): readonly Diagnostic[] =>
  Object.entries(WORDS[value.$type] ?? {}).flatMap(([name, words]) => {
    const word = value[name];
    if (typeof word !== 'string' || words.includes(word)) return [];
    const message = `"${word}" is no ${name} of ${value.$type}; it may be ${words.join(', ')}.`;
    return [problem('BPMN.WORD_UNKNOWN', message, carrier.id)];
  });

const checkClockId = (
  clock: ModdleElement,
  carrier: ModdleElement,
  known: Set<string>,
): readonly Diagnostic[] => {
  const id = typeof clock.id === 'string' ? clock.id : '';
  if (id !== '' && !known.has(id)) {
    known.add(id);
    return [];
  }
  const what = id === '' ? 'The clock has no id.' : `There are two clocks "${id}".`;
  return [problem('BPMN.CLOCK_ID', what, carrier.id)];
};
