import { Run } from '../../feel/index.js';
import type { Surroundings } from '../logic/surroundings.js';
import type { DecisionTable } from '../model/expression.js';
import { atOnce } from '../pieces.js';
import { type Cell, readCell } from './cell.js';
import { type Region, indexColumn } from './column-index.js';
import type { Output } from './compiled-table.js';
import { literalOf } from './literal.js';
import { cellsOf } from './rule-index.js';
import { RuleSet } from './rule-set.js';

/** Steps of the search; a table that takes more is not checked as a whole. */
const MOST_STEPS = 30_000;
/** Findings of one kind: the first ones show what is meant. */
const MOST_FINDINGS = 5;

/**
 * What can be said of a table without data, where all its cells are literals: rules of a UNIQUE table that overlap,
 * values that no rule is for, rules that are never reached under FIRST, and outputs that are not allowed.
 */
export const checkRules = (table: DecisionTable, outputs: readonly Output[], around: Surroundings): void => {
  checkOutputs(table, outputs, around);
  const search = searchOf(table, around);
  if (search === undefined) return;
  for (const [a, b, where] of search.overlaps) {
    around.doubt('DMN.RULES_OVERLAP', `Rules ${a + 1} and ${b + 1} both match where ${where}.`);
  }
  if (!table.outputs.some((output) => output.default)) {
    for (const where of search.gaps) around.doubt('DMN.TABLE_GAP', `No rule matches where ${where}.`);
  }
  if (table.hitPolicy !== 'FIRST') return;
  for (const rule of search.unreached.slice(0, MOST_FINDINGS)) {
    around
      .at(table.rules[rule]?.id)
      .doubt('DMN.RULE_UNREACHABLE', `Rule ${rule + 1} is never reached: rules above it match first.`);
  }
};

const checkOutputs = (table: DecisionTable, outputs: readonly Output[], around: Surroundings): void => {
  for (const rule of table.rules) {
    outputs.forEach(({ allowed, name }, index) => {
      const text = rule.outputs[index]?.text.trim() ?? '';
      const value = allowed && literalOf(text, around.scope);
      if (!allowed || value === undefined || allowed(value, new Run())) return;
      const message = `The output ${name} ${text} is none of the allowed values.`;
      around.at(rule.outputs[index]?.id ?? rule.id).doubt('DMN.OUTPUT_NOT_ALLOWED', message);
    });
  }
};

interface Findings {
  readonly overlaps: readonly (readonly [number, number, string])[];
  readonly gaps: readonly string[];
  readonly unreached: readonly number[];
}

/** Goes through all combinations of regions. The allowed values of an input are one more cell of its column. */
const searchOf = (
  { inputs, rules, hitPolicy }: DecisionTable,
  around: Surroundings,
): Findings | undefined => {
  const domain = rules.length;
  const columns = inputs.map(({ allowed, expression }, column) => {
    const cells = [...atOnce(cellsOf(rules, column, around.scope)), readCell(allowed ?? '-', around.scope)];
    return { name: expression.text.trim(), regions: regionsOf(cells, domain) };
  });
  if (columns.length === 0 || columns.some(({ regions }) => regions === undefined)) return undefined;

  const overlaps = new Map<string, readonly [number, number, string]>();
  const gaps: string[] = [];
  const first = RuleSet.none(rules.length);
  let steps = 0;

  const visit = (depth: number, left: RuleSet, path: readonly string[], open: boolean): void => {
    steps += 1;
    if (steps > MOST_STEPS) return;
    const column = columns[depth];
    const [one = domain, other = domain] = left;
    if (one === domain) {
      // Where there may be no value at all, nothing is missing.
      if (!open && gaps.length < MOST_FINDINGS) gaps.push(path.join(' and '));
    } else if (column === undefined) {
      first.add(one);
      if (other !== domain && hitPolicy === 'UNIQUE' && overlaps.size < MOST_FINDINGS) {
        const pair = `${one} ${other}`;
        if (!overlaps.has(pair)) overlaps.set(pair, [one, other, path.join(' and ')]);
      }
    } else {
      for (const { label, rules: matching, unnamed } of column.regions ?? []) {
        if (!matching.has(domain)) continue;
        const next = left.copy().keep(matching);
        visit(depth + 1, next, [...path, `${column.name} is ${label()}`], open || unnamed === true);
      }
    }
  };
  visit(0, RuleSet.all(rules.length + 1), [], false);
  if (steps > MOST_STEPS) return undefined;
  return {
    overlaps: [...overlaps.values()],
    gaps,
    unreached: rules.map((_, rule) => rule).filter((rule) => !first.has(rule)),
  };
};

const regionsOf = (cells: readonly Cell[], domain: number): readonly Region[] | undefined => {
  if (cells.some(({ kind }) => kind === 'unknown')) return undefined;
  const index = atOnce(indexColumn(cells));
  if (index === undefined) {
    const all = RuleSet.all(domain + 1);
    return cells.every(({ kind }) => kind === 'any') ? [{ label: () => 'anything', rules: all }] : undefined;
  }
  return index.exact ? index.regions() : undefined;
};
