import type { FeelValue, NameScope } from '../../feel/index.js';
import type { DecisionTable } from '../model/expression.js';
import { type Pieces, eachOf } from '../pieces.js';
import { type Cell, readCell } from './cell.js';
import { type ColumnIndex, indexColumn } from './column-index.js';
import { RuleSet } from './rule-set.js';

/** Which rules of a table may match, by the values of its inputs, without a look at each of them. */
export class RuleIndex {
  private constructor(
    private readonly all: RuleSet,
    private readonly columns: readonly (ColumnIndex | undefined)[],
  ) {}

  static *of({ inputs, rules }: DecisionTable, scope: NameScope): Pieces<RuleIndex> {
    const columns = yield* eachOf(inputs, function* (_, column) {
      return yield* indexColumn(yield* cellsOf(rules, column, scope));
    });
    return new RuleIndex(RuleSet.all(rules.length), columns);
  }

  /** Operations that one look-up takes. */
  get cost(): number {
    return (1 + this.columns.length) * (1 + (this.all.size >>> 7));
  }

  /** In the order of the table. */
  candidates(values: readonly FeelValue[]): RuleSet {
    const left = this.all.copy();
    this.columns.forEach((column, index) => {
      const found = column?.candidates(values[index] ?? null);
      if (found) left.keep(found);
    });
    return left;
  }
}

/** Cells that say the same are read once. */
export const cellsOf = (
  rules: DecisionTable['rules'],
  column: number,
  scope: NameScope,
): Pieces<readonly Cell[]> => {
  const known = new Map<string, Cell>();
  return eachOf(rules, function* ({ tests }) {
    const text = tests[column]?.text ?? '-';
    const read = known.get(text);
    if (read) return read;
    const cell = readCell(text, scope);
    yield;
    known.set(text, cell);
    return cell;
  });
};
