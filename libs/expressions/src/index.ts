export { EXPRESSION_LIMITS } from './expression-limits.js';
export type { ParsedExpression } from './parse-expression.js';
export { parseExpression } from './parse-expression.js';
export type { Evaluator, Variables } from './evaluator.js';
export { createEvaluator } from './evaluator.js';
export type {
  DecisionAnswer,
  DecisionCompilation,
  DecisionModel,
  Definitions,
  DmnDiagnostic,
  Pieces,
} from './dmn/index.js';
export { compileDecisions, compileRead, decide, readDefinitions } from './dmn/index.js';
