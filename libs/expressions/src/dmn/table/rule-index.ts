import type { FeelValue, NameScope } from '../../feel/index.js';
import type { DecisionTable } from '../model/expression.js';
import { type Cell, readCell } from './cell.js';
import { type ColumnIndex, indexColumn } from './column-index.js';
import { RuleSet } from './rule-set.js';

/** Which rules of a table may match, by the values of its inputs, without a look at each of them. */
export class RuleIndex {
  private readonly columns: readonly (ColumnIndex | undefined)[];
  private readonly all: RuleSet;

  constructor({ inputs, rules }: DecisionTable, scope: NameScope) {
    this.all = RuleSet.all(rules.length);
    this.columns = inputs.map((_, column) => indexColumn(cellsOf(rules, column, scope)));
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
export const cellsOf = (rules: DecisionTable['rules'], column: number, scope: NameScope): readonly Cell[] => {
  const known = new Map<string, Cell>();
  return rules.map(({ tests }) => {
    const text = tests[column]?.text ?? '-';
    const cell = known.get(text) ?? readCell(text, scope);
    known.set(text, cell);
    return cell;
  });
};
