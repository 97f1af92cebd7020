/** Decision logic as it is written (DMN 1.5 §8, §10.2). */
export type Expression =
  | LiteralExpression
  | ContextExpression
  | ListExpression
  | RelationExpression
  | InvocationExpression
  | FunctionExpression
  | DecisionTable
  | ConditionalExpression
  | FilterExpression
  | ForExpression
  | QuantifiedExpression;

interface ExpressionBase {
  readonly id?: string;
  /** The type its value must conform to; a value that does not becomes null. */
  readonly typeRef?: string;
}

/** A name with its type: of a decision, a parameter, an entry, a column. */
export interface Variable {
  readonly name: string;
  readonly typeRef?: string;
}

export interface LiteralExpression extends ExpressionBase {
  readonly kind: 'literal';
  readonly text: string;
  readonly language?: string;
}

export interface ContextExpression extends ExpressionBase {
  readonly kind: 'context';
  /** An entry without a variable is the result of the whole context. */
  readonly entries: readonly { readonly variable?: Variable; readonly value?: Expression }[];
}

export interface ListExpression extends ExpressionBase {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}

export interface RelationExpression extends ExpressionBase {
  readonly kind: 'relation';
  readonly columns: readonly Variable[];
  readonly rows: readonly ListExpression[];
}

export interface InvocationExpression extends ExpressionBase {
  readonly kind: 'invocation';
  readonly called?: Expression;
  readonly bindings: readonly { readonly parameter: Variable; readonly value?: Expression }[];
}

export interface FunctionExpression extends ExpressionBase {
  readonly kind: 'function';
  readonly functionKind: string;
  readonly parameters: readonly Variable[];
  readonly body?: Expression;
}

export interface ConditionalExpression extends ExpressionBase {
  readonly kind: 'conditional';
  readonly condition?: Expression;
  readonly whenTrue?: Expression;
  readonly whenFalse?: Expression;
}

export interface FilterExpression extends ExpressionBase {
  readonly kind: 'filter';
  readonly list?: Expression;
  readonly match?: Expression;
}

interface Iterator {
  readonly variable: string;
  readonly list?: Expression;
}

export interface ForExpression extends ExpressionBase, Iterator {
  readonly kind: 'for';
  readonly each?: Expression;
}

export interface QuantifiedExpression extends ExpressionBase, Iterator {
  readonly kind: 'some' | 'every';
  readonly condition?: Expression;
}

export const HIT_POLICIES = [
  'UNIQUE',
  'ANY',
  'PRIORITY',
  'FIRST',
  'RULE ORDER',
  'OUTPUT ORDER',
  'COLLECT',
] as const;
export type HitPolicy = (typeof HIT_POLICIES)[number];

export const AGGREGATIONS = ['SUM', 'COUNT', 'MIN', 'MAX'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** Rules as data: how a table is drawn (rows, columns, crosstab) is no part of what it says. */
export interface DecisionTable extends ExpressionBase {
  readonly kind: 'decisionTable';
  readonly hitPolicy: HitPolicy;
  readonly aggregation?: Aggregation;
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  /** Headings of the columns of remarks, which decide nothing. */
  readonly annotations: readonly string[];
  readonly rules: readonly TableRule[];
}

interface TableInput {
  readonly id?: string;
  /** What people call it; absent: its expression. */
  readonly label?: string;
  readonly expression: LiteralExpression;
  /** Unary tests that every value of this input must meet. */
  readonly allowed?: string;
}

interface TableOutput {
  readonly id?: string;
  /** What people call it; absent: its name. */
  readonly label?: string;
  readonly name?: string;
  readonly typeRef?: string;
  /** Unary tests; for PRIORITY and OUTPUT ORDER also the order, highest first. */
  readonly allowed?: string;
  readonly default?: LiteralExpression;
}

interface TableRule {
  readonly id?: string;
  /** Unary tests, one an input. */
  readonly tests: readonly { readonly id?: string; readonly text: string }[];
  readonly outputs: readonly LiteralExpression[];
  /** Remarks, one a column of `annotations`. */
  readonly annotations: readonly string[];
}
