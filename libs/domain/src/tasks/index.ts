export type { Completion, TaskRule } from './task-rule.js';
export { TASK_RULES } from './task-rules.js';
export type { SignerTask, SigningTally } from './signing-tally.js';
export { tallyOf } from './signing-tally.js';
export { checkForm } from './check-form.js';
