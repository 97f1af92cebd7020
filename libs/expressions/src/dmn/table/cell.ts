import type { FeelValue, NameScope } from '../../feel/index.js';
import { literalOf } from './literal.js';
import { splitTests } from './split-tests.js';

/** A stretch of ordered values; null is unbounded. */
export interface Span {
  readonly low: FeelValue;
  readonly lowIncluded: boolean;
  readonly high: FeelValue;
  readonly highIncluded: boolean;
}

/** What is known of a cell without data: which values it can match. */
export type Cell =
  | { readonly kind: 'any' }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'values';
      readonly spans: readonly Span[];
      /** All values but these. */
      readonly negated: boolean;
    };

const UNKNOWN: Cell = { kind: 'unknown' };
/** Longer tests are no literals, and would make the patterns below slow. */
const MOST_CHARACTERS = 200;
/** Of one cell. A longer list is held against the value as a whole. */
const MOST_TESTS = 2_000;
const COMPARISON = /^(<=|>=|<|>)\s*(.+)$/s;
const RANGE = /^([[\](])(.+?)\.\.(.+)([[\])])$/s;
const NEGATION = /^not\s*\((.*)\)$/s;

/** Reads a cell of literals, comparisons with literals and ranges between literals; anything else is unknown. */
export const readCell = (source: string, scope: NameScope): Cell => {
  const text = source.trim();
  if (text === '-' || text === '') return { kind: 'any' };
  const inner = NEGATION.exec(text)?.[1];
  const tests = splitTests(inner ?? text);
  if (tests.length > MOST_TESTS) return UNKNOWN;
  const spans = tests.map((test) => spanOf(test, scope));
  const known = spans.filter((span) => span !== undefined);
  if (known.length < spans.length) return UNKNOWN;
  return { kind: 'values', spans: known, negated: inner !== undefined };
};

const spanOf = (test: string, scope: NameScope): Span | undefined => {
  if (test.length > MOST_CHARACTERS) return undefined;
  const comparison = COMPARISON.exec(test);
  if (comparison) return compared(comparison[1] ?? '', literalOf(comparison[2]?.trim() ?? '', scope));
  const range = RANGE.exec(test);
  if (range) {
    const [low, high] = [literalOf(range[2]?.trim() ?? '', scope), literalOf(range[3]?.trim() ?? '', scope)];
    if (low === undefined || high === undefined) return undefined;
    return { low, lowIncluded: range[1] === '[', high, highIncluded: range[4] === ']' };
  }
  const value = literalOf(test, scope);
  return value === undefined ? undefined : { low: value, lowIncluded: true, high: value, highIncluded: true };
};

const compared = (sign: string, value: FeelValue | undefined): Span | undefined => {
  if (value === undefined) return undefined;
  const included = sign.endsWith('=');
  return sign.startsWith('<')
    ? { low: null, lowIncluded: false, high: value, highIncluded: included }
    : { low: value, lowIncluded: included, high: null, highIncluded: false };
};
