export { chineseDate, chineseInstant } from './chinese-date.js';
export type { TemplateProblem, TemplateValues } from './document-template.js';
export { fillTemplate, templateProblems } from './document-template.js';
export { orderSeries } from './number-series.js';
export type { OrderAct, OrderActor, OrderFacts, OrderKind, OrderState } from './supervision-order.js';
export {
  KINDS_DEMANDING_WORK,
  awaitsAnswer,
  comesAsText,
  judgeOrderAct,
  orderActsOf,
} from './supervision-order.js';
export { isServed, mayReadOrder } from './who-reads-order.js';
