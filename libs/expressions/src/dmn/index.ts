export type { DecisionCompilation, DecisionModel } from './compile/compile-decisions.js';
export { compileDecisions, loadDecisions } from './compile/compile-decisions.js';
export type { MatchedRules } from './evaluation/decision-run.js';
export type { DecisionAnswer } from './evaluation/decide.js';
export { decide } from './evaluation/decide.js';
export type { DecisionResult } from './evaluation/evaluate.js';
export { evaluateDecision, evaluateService } from './evaluation/evaluate.js';
export type { DmnDiagnostic } from './model/diagnostic.js';
export { DMN_XML_LIMITS } from './read/read-definitions.js';
