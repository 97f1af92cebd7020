import { type FeelValue, Run, compare, valueText } from '../../feel/index.js';
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
  readonly regions: readonly Region[];
  /** Of the values that its cells name. */
  readonly kind: IndexedKind;
  /** Whether every cell is understood, so that regions say exactly which rules values of this kind match. */
  readonly exact: boolean;
}

export const indexColumn = (cells: readonly Cell[]): ColumnIndex | undefined => {
  const kinds = cells.map(kindOfCell);
  const kind = kinds.find((it) => it !== undefined);
  if (kind === undefined) return undefined;
  // Cells of another kind than the first are left to the tests.
  const known = cells.map((cell, rule): Cell => {
    return cell.kind === 'values' && kinds[rule] !== kind ? { kind: 'unknown' } : cell;
  });
  const exact = known.every((cell) => cell.kind !== 'unknown');
  return kind === 'string' || kind === 'boolean' ? byName(known, kind, exact) : byOrder(known, kind, exact);
};

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

const byName = (cells: readonly Cell[], kind: IndexedKind, exact: boolean): ColumnIndex => {
  const { always, others } = unconditional(cells);
  const names = new Set(
    cells.flatMap((cell) => (cell.kind === 'values' ? cell.spans.map(({ low }) => low) : [])),
  );
  if (kind === 'boolean') for (const value of [true, false]) names.add(value);
  const sets = new Map([...names].map((name) => [name, always.copy()] as const));
  cells.forEach((cell, rule) => {
    if (cell.kind !== 'values') return;
    const own = new Set(cell.spans.map(({ low }) => low));
    if (!cell.negated) for (const name of own) sets.get(name)?.add(rule);
    else for (const [name, set] of sets) if (!own.has(name)) set.add(rule);
  });
  const named = [...sets].map(([name, rules]) => ({ label: () => JSON.stringify(name), rules }));
  return {
    candidates: (value) => {
      if (value === null) return others;
      const own = kindOf(value);
      if (own === undefined) return undefined;
      return own === kind ? (sets.get(value) ?? others) : others;
    },
    regions:
      kind === 'boolean' ? named : [...named, { label: () => 'another value', rules: others, unnamed: true }],
    kind,
    exact,
  };
};

const MOST_BOUNDARIES = 2_048;

/** Each boundary is a region of its own, and so is what lies between two of them and beyond them all. */
const byOrder = (cells: readonly Cell[], kind: IndexedKind, exact: boolean): ColumnIndex | undefined => {
  const { always, others } = unconditional(cells);
  const spans = cells.map((cell) => (cell.kind === 'values' ? cell : undefined));
  const all = boundariesOf(spans.flatMap((cell) => cell?.spans ?? []));
  if (all === undefined) return undefined;
  const step = Math.ceil(all.length / MOST_BOUNDARIES);
  const boundaries = all.filter((_, index) => index % step === 0);
  const sets = Array.from({ length: boundaries.length * 2 + 1 }, () => always.copy());
  spans.forEach((cell, rule) => {
    if (cell === undefined) return;
    const own = cell.spans.map((span) => regionsOf(span, boundaries, cell.negated));
    // Most cells name a few regions of thousands: only those are gone through.
    if (!cell.negated) {
      for (const [first, last] of own)
        for (let region = first; region <= last; region += 1) sets[region]?.add(rule);
      return;
    }
    const named = new Uint8Array(sets.length);
    for (const [first, last] of own) named.fill(1, first, last + 1);
    sets.forEach((set, region) => {
      if (named[region] === 0) set.add(rule);
    });
  });
  return {
    candidates: (value) => {
      if (value === null) return others;
      if (kindOf(value) !== kind) return undefined;
      const region = regionOf(value, boundaries);
      return region === undefined ? undefined : sets[region];
    },
    regions: sets.map((rules, region) => ({ label: () => labelOf(region, boundaries), rules })),
    kind,
    exact: exact && step === 1,
  };
};

/** In order, each once; undefined where two of them cannot be compared, as times with and without a zone. */
const boundariesOf = (spans: readonly Span[]): readonly FeelValue[] | undefined => {
  const run = new Run({ operations: Number.MAX_SAFE_INTEGER });
  let comparable = true;
  const order = (a: FeelValue, b: FeelValue): number => {
    const result = compare(a, b, run);
    comparable &&= result !== null;
    return result ?? 0;
  };
  const values = spans.flatMap(({ low, high }) => [low, high]).filter((value) => value !== null);
  const sorted = values.toSorted(order);
  const distinct = sorted.filter(
    (value, index) => index === 0 || order(sorted[index - 1] ?? null, value) !== 0,
  );
  return comparable ? distinct : undefined;
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
): readonly [number, number] => {
  const place = (value: FeelValue, included: boolean, inwards: 1 | -1, open: number): number => {
    if (value === null) return open;
    const region = regionOf(value, boundaries) ?? open;
    const onBoundary = region % 2 === 1;
    return onBoundary ? (included ? region : region + inwards) : whole ? region + inwards : region;
  };
  const first = place(span.low, span.lowIncluded, 1, 0);
  const last = place(span.high, span.highIncluded, -1, boundaries.length * 2);
  return [first, last];
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
