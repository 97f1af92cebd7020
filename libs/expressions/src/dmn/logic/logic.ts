import { type FeelType, type FeelValue, type Run, type Variables, NULL } from '../../feel/index.js';

/** Decision logic that is ready to run. A compiled FEEL expression is one. */
export interface Logic {
  /** What it answers, as far as that is known without data. */
  readonly type: FeelType;
  /** Pure. Throws `BudgetExhausted` and nothing else. */
  evaluate(variables: Variables, run: Run): FeelValue;
}

/** What stands where there is nothing to evaluate: null, with the reason. */
export const nothing = (code: string, message: string): Logic => ({
  type: NULL,
  evaluate: (_variables, run) => run.warn(code, message),
});

/** Variables with more names over them. */
export const over = (names: ReadonlyMap<string, FeelValue>, variables: Variables): Variables => ({
  get: (name) => {
    const value = names.get(name);
    return value === undefined ? variables.get(name) : value;
  },
});
