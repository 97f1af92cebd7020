import { ACTIVITY_RULES } from './activity-rules.js';
import { COLLABORATION_RULES } from './collaboration-rules.js';
import { DATA_RULES } from './data-rules.js';
import { DIAGRAM_RULES } from './diagram-rules.js';
import { EVENT_RULES } from './event-rules.js';
import { EXECUTABILITY_RULES } from './executability-rules.js';
import { FLOW_RULES } from './flow-rules.js';
import type { RuleText } from './rule-text.js';
import { SCHEMA_RULES } from './schema-rules.js';
import { UNEXECUTED_RULES } from './unexecuted-rules.js';

/** The static rules of BPMN by their code. A code never changes its meaning; docs/guides/bpmn-rules.md lists them. */
export const RULES = {
  ...SCHEMA_RULES,
  ...FLOW_RULES,
  ...EVENT_RULES,
  ...ACTIVITY_RULES,
  ...DATA_RULES,
  ...COLLABORATION_RULES,
  ...DIAGRAM_RULES,
  ...EXECUTABILITY_RULES,
  ...UNEXECUTED_RULES,
} as const satisfies Readonly<Record<string, RuleText>>;

export type RuleCode = keyof typeof RULES;
