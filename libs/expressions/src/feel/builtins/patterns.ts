import { matchAll, searchIn } from '../regex/search.js';
import type { Program } from '../regex/program.js';
import { compilePattern } from '../regex/compile-pattern.js';
import type { Run } from '../run.js';
import { BOOLEAN, STRING } from '../types/feel-type.js';
import type { FeelValue } from '../values/feel-value.js';
import { LIST, define, optional, refuse, signature, text } from './define.js';
import { expandReplacement } from './replacement.js';

const program = (pattern: string, flags: string | null, run: Run): Program | null => {
  const read = compilePattern(pattern, flags ?? '', run);
  return read.ok ? read.value : refuse(run, read.error);
};

/** A pattern that matches nothing would match everywhere: XPath makes that an error (FORX0003). */
const matchesNothing = (read: Program, run: Run): boolean => searchIn(read, '', 0, run) !== null;

const replace = (input: string, pattern: string, by: string, flags: string | null, run: Run): FeelValue => {
  const read = program(pattern, flags, run);
  if (read === null) return null;
  if (matchesNothing(read, run))
    return refuse(run, 'replace() cannot use a pattern that matches nothing at all.');
  const literal = flags?.includes('q') === true;
  const expand = literal ? () => by : expandReplacement(by);
  if (expand === null) return refuse(run, 'The replacement has a "$" or "\\" that means nothing.');
  const pieces: string[] = [];
  let from = 0;
  for (const match of matchAll(read, input, run)) {
    const piece = expand(match.groups);
    run.spendText(match.start - from + piece.length);
    pieces.push(input.slice(from, match.start), piece);
    from = match.end;
  }
  run.spendText(input.length - from);
  return pieces.join('') + input.slice(from);
};

const split = (input: string, delimiter: string, run: Run): FeelValue => {
  const read = program(delimiter, null, run);
  if (read === null) return null;
  if (matchesNothing(read, run))
    return refuse(run, 'split() cannot use a delimiter that matches nothing at all.');
  const pieces: string[] = [];
  let from = 0;
  run.spendText(input.length);
  for (const match of matchAll(read, input, run)) {
    pieces.push(input.slice(from, match.start));
    from = match.end;
  }
  return [...pieces, input.slice(from)];
};

/** Functions with regular expressions of XPath (DMN 1.3 table 73). */
export const patternFunctions = [
  define(
    'matches',
    signature(
      [text('input'), text('pattern'), optional(text('flags'))],
      BOOLEAN,
      ([input, pattern, flags], run) => {
        const read = program(pattern, flags, run);
        return read === null ? null : searchIn(read, input, 0, run) !== null;
      },
    ),
  ),
  define(
    'replace',
    signature(
      [text('input'), text('pattern'), text('replacement'), optional(text('flags'))],
      STRING,
      ([input, pattern, by, flags], run) => replace(input, pattern, by, flags, run),
    ),
  ),
  define(
    'split',
    signature([text('string'), text('delimiter')], LIST, ([input, delimiter], run) =>
      split(input, delimiter, run),
    ),
  ),
];
