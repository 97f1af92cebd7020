export type { Completion, TaskRule } from './task-rule.js';
export { TASK_RULES } from './task-rules.js';
export { checkForm } from './check-form.js';
