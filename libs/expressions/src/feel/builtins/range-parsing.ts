import { numberOf } from '../values/feel-number.js';
import { FeelRange, type FeelValue } from '../values/feel-value.js';
import {
  parseDate,
  parseDateTime,
  parseDuration,
  parseTemporal,
  parseTime,
} from '../values/temporal-parsing.js';

const RANGE = /^\s*([[(\]])\s*([^]*?)\s*\.\.\s*([^]*?)\s*([\])[])\s*$/;
const CALL = /^(date and time|date|time|duration)\s*\(\s*"([^"]*)"\s*\)$/;
const TEXT = /^@?"((?:[^"\\]|\\[^])*)"$/;

const PARSERS: Readonly<Record<string, (text: string) => FeelValue | undefined>> = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  duration: parseDuration,
};

/** A range written with literals: numbers, strings, `@"…"`, `date("…")`; an end left out is unbounded. */
export const parseRange = (text: string): FeelRange | undefined => {
  const [, opening, lowText, highText, closing] = RANGE.exec(text) ?? [];
  if (opening === undefined || lowText === undefined || highText === undefined) return undefined;
  const low = endOf(lowText);
  const high = endOf(highText);
  if (low === undefined || high === undefined || (low === null && high === null)) return undefined;
  const lowIncluded = opening === '[';
  const highIncluded = closing === ']';
  if ((low === null && lowIncluded) || (high === null && highIncluded)) return undefined;
  return new FeelRange(low, lowIncluded, high, highIncluded);
};

const endOf = (text: string): FeelValue | undefined => {
  if (text === '') return null;
  const [, called, argument] = CALL.exec(text) ?? [];
  if (called !== undefined && argument !== undefined) return PARSERS[called]?.(argument);
  const literal = TEXT.exec(text)?.[1];
  if (literal === undefined) return numberOf(text) ?? undefined;
  return text.startsWith('@') ? parseTemporal(literal) : literal;
};
