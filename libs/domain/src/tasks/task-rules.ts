import { nonconformityNamesItems } from './conclusion-rules.js';
import { noRepeatedMissingItem, supplementNamesItems } from './supplement-rules.js';
import type { TaskRule } from './task-rule.js';
import { twoCertifiedOfficers, visitComplete } from './visit-rules.js';

/** Rules by the name a definition calls them by; an unknown name is refused when it is published. */
export const TASK_RULES: Readonly<Record<string, TaskRule>> = {
  'no-repeated-missing-item': noRepeatedMissingItem,
  'supplement-names-items': supplementNamesItems,
  'two-certified-officers': twoCertifiedOfficers,
  'visit-complete': visitComplete,
  'nonconformity-names-items': nonconformityNamesItems,
};
