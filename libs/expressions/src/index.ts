export { EXPRESSION_LIMITS } from './expression-limits.js';
export type { ParsedExpression } from './parse-expression.js';
export { parseExpression } from './parse-expression.js';
export type { Evaluator, Variables } from './evaluator.js';
export { createEvaluator } from './evaluator.js';
export type { DecisionAnswer, DecisionCompilation, DecisionModel, DmnDiagnostic } from './dmn/index.js';
export { compileDecisions, decide, loadDecisions } from './dmn/index.js';
