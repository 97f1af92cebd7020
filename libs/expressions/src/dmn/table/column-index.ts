import { type FeelValue, Run, compare, valueText } from '../../feel/index.js';
import { type Pieces, eachOf } from '../pieces.js';
import type { Cell, Span } from './cell.js';
import { type IndexedKind, kindOf } from './kind-of.js';
import { RuleSet } from './rule-set.js';

/** Values that no cell of the column tells apart, and the rules whose cell they may meet. */
export interface Region {
  /** As a person reads it: `between 5 and 7`. */
  readonly label: () => string;
  readonly rules: RuleSet;
  /** It stands for values that nobody names, of which there may be none. */
  readonly unnamed?: boolean;
}

/** Rules by the values of one input. Says too many rules, never too few: candidates are tested in full. */
export interface ColumnIndex {
  /** Undefined where the value says nothing about the rules. */
  candidates(value: FeelValue): RuleSet | undefined;
  regions(): readonly Region[];
  /** Of the values that its cells name. */
  readonly kind: IndexedKind;
  /** Whether every cell is understood, so that regions say exactly which rules values of this kind match. */
  readonly exact: boolean;
}

export function* indexColumn(cells: readonly Cell[]): Pieces<ColumnIndex | undefined> {
  const kinds = yield* eachOf(cells, function* (cell) {
    if (cell.kind === 'values') yield;
    return kindOfCell(cell);
  });
  const kind = kinds.find((it) => it !== undefined);
  if (kind === undefined) return undefined;
  // Cells of another kind than the first are left to the tests.
  const known = cells.map((cell, rule): Cell => {
    return cell.kind === 'values' && kinds[rule] !== kind ? { kind: 'unknown' } : cell;
  });
  const exact = known.every((cell) => cell.kind !== 'unknown');
  const index = kind === 'string' || kind === 'boolean' ? byName : byOrder;
  return yield* index(known, kind, exact);
}

/** The one kind of all values of a cell. */
const kindOfCell = (cell: Cell): IndexedKind | undefined => {
  if (cell.kind !== 'values') return undefined;
  const kinds = new Set(
    cell.spans
      .flatMap(({ low, high }) => [low, high])
      .filter((it) => it !== null)
      .map(kindOf),
  );
  const [kind] = kinds;
  if (kinds.size !== 1) return undefined;
  // Texts and booleans are told apart, not ordered.
  const ordered = kind !== 'string' && kind !== 'boolean';
  return ordered || cell.spans.every(({ low, high }) => low === high) ? kind : undefined;
};

/** What does not depend on the value, and what any other value than those named may meet. */
const unconditional = (cells: readonly Cell[]): { readonly always: RuleSet; readonly others: RuleSet } => {
  const always = RuleSet.none(cells.length);
  const others = RuleSet.none(cells.length);
  cells.forEach((cell, rule) => {
    if (cell.kind !== 'values') always.add(rule);
    else if (cell.negated) others.add(rule);
  });
  return { always, others: others.join(always) };
};

function* byName(cells: readonly Cell[], kind: IndexedKind, exact: boolean): Pieces<ColumnIndex> {
  const { others } = unconditional(cells);
  const sets = new Map<FeelValue, RuleSet>();
  if (kind === 'boolean') for (const value of [true, false]) sets.set(value, others.copy());
  for (const [rule, cell] of cells.entries()) {
    if (cell.kind !== 'values') continue;
    // A negated cell is among the others, and out of the sets of the names that it holds.
    for (const name of new Set(cell.spans.map(({ low }) => low))) {
      const set = sets.get(name) ?? others.copy();
      set.flip(rule);
      sets.set(name, set);
    }
    yield;
  }
  return {
    candidates: (value) => {
      if (value === null) return others;
      const own = kindOf(value);
      if (own === undefined) return undefined;
      return own === kind ? (sets.get(value) ?? others) : others;
    },
    regions: () => {
      const named = [...sets].map(([name, rules]) => ({ label: () => JSON.stringify(name), rules }));
      const another = { label: () => 'another value', rules: others, unnamed: true };
      return kind === 'boolean' ? named : [...named, another];
    },
    kind,
    exact,
  };
}

/** Boundaries that are kept; beyond that neighbouring stretches share a set. */
const MOST_BOUNDARIES = 2_048;
/** Ends of stretches that are put in order: two for each rule of the largest table. */
const MOST_SORTED = 8_192;

/** Each boundary is a region of its own, and so is what lies between two of them and beyond them all. */
function* byOrder(
  cells: readonly Cell[],
  kind: IndexedKind,
  exact: boolean,
): Pieces<ColumnIndex | undefined> {
  const { always, others } = unconditional(cells);
  const ends = new Set<FeelValue>();
  for (const cell of cells) {
    if (cell.kind !== 'values') continue;
    for (const { low, high } of cell.spans) for (const end of [low, high]) if (end !== null) ends.add(end);
    yield;
  }
  const sorted = yield* inOrder(thinned([...ends], MOST_SORTED));
  if (sorted === undefined) return undefined;
  const boundaries = thinned(sorted, MOST_BOUNDARIES);
  const regions = boundaries.length * 2 + 1;
  const turns = Array.from({ length: regions }, (): number[] => []);
  for (const [rule, cell] of cells.entries()) {
    if (cell.kind !== 'values') continue;
    const own = coverOf(cell, boundaries, regions);
    if (own === undefined) return undefined;
    own.forEach((inside, region) => {
      if (inside !== (own[region - 1] ?? 0)) turns[region]?.push(rule);
    });
    yield;
  }
  const sets: RuleSet[] = [];
  const current = always.copy();
  for (const turning of turns) {
    for (const rule of turning) current.flip(rule);
    sets.push(current.copy());
    yield;
  }
  return {
    candidates: (value) => {
      if (value === null) return others;
      if (kindOf(value) !== kind) return undefined;
      const region = regionOf(value, boundaries);
      return region === undefined ? undefined : sets[region];
    },
    regions: () => sets.map((rules, region) => ({ label: () => labelOf(region, boundaries), rules })),
    kind,
    exact: exact && ends.size <= MOST_SORTED && sorted.length <= MOST_BOUNDARIES,
  };
}

const thinned = (values: readonly FeelValue[], most: number): readonly FeelValue[] => {
  const step = Math.ceil(values.length / most);
  return step > 1 ? values.filter((_, index) => index % step === 0) : values;
};

/** In order, each once; undefined where two of them cannot be compared, as times with and without a zone. */
function* inOrder(values: readonly FeelValue[]): Pieces<readonly FeelValue[] | undefined> {
  const sorted: FeelValue[] = [];
  for (const value of values) {
    const region = regionOf(value, sorted);
    if (region === undefined) return undefined;
    if (region % 2 === 0) sorted.splice(region >>> 1, 0, value);
    yield;
  }
  return sorted;
}

/** 1 for each region that the cell may match; undefined where one of its values has no place among the boundaries. */
const coverOf = (
  { spans, negated }: Extract<Cell, { readonly kind: 'values' }>,
  boundaries: readonly FeelValue[],
  regions: number,
): Uint8Array | undefined => {
  const cover = new Uint8Array(regions).fill(negated ? 1 : 0);
  for (const span of spans) {
    const reached = regionsOf(span, boundaries, negated);
    if (reached === undefined) return undefined;
    cover.fill(negated ? 0 : 1, reached[0], reached[1] + 1);
  }
  return cover;
};

/** Region 2n+1 is boundary n, region 2n lies before it; undefined where the value has no place among them. */
const regionOf = (value: FeelValue, boundaries: readonly FeelValue[]): number | undefined => {
  const run = new Run();
  let [from, to] = [0, boundaries.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const order = compare(value, boundaries[middle] ?? null, run);
    if (order === null) return undefined;
    if (order === 0) return middle * 2 + 1;
    if (order < 0) to = middle;
    else from = middle + 1;
  }
  return from * 2;
};

/**
 * The first and the last of the regions that a span may reach into; for a negated one only those that it covers whole. The two differ where boundaries
 * were left out.
 */
const regionsOf = (
  span: Span,
  boundaries: readonly FeelValue[],
  whole: boolean,
): readonly [number, number] | undefined => {
  const place = (value: FeelValue, included: boolean, inwards: 1 | -1, open: number): number | undefined => {
    if (value === null) return open;
    const region = regionOf(value, boundaries);
    if (region === undefined) return undefined;
    const onBoundary = region % 2 === 1;
    return onBoundary ? (included ? region : region + inwards) : whole ? region + inwards : region;
  };
  const first = place(span.low, span.lowIncluded, 1, 0);
  const last = place(span.high, span.highIncluded, -1, boundaries.length * 2);
  return first === undefined || last === undefined ? undefined : [first, last];
};

const labelOf = (region: number, boundaries: readonly FeelValue[]): string => {
  const text = (index: number): string | undefined =>
    index in boundaries ? valueText(boundaries[index] ?? null, new Run()) : undefined;
  const index = region >>> 1;
  if (region % 2 === 1) return text(index) ?? '';
  const [below, above] = [text(index - 1), text(index)];
  if (below === undefined) return above === undefined ? 'anything' : `less than ${above}`;
  return above === undefined ? `more than ${below}` : `between ${below} and ${above}`;
};
