import type { Duration, TimerDefinition } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, extensionOf, numberOf, textOf } from '../read/properties.js';
import { refuseOtherLanguages } from './expression.js';
import { durationOf, optional } from './node-extensions.js';
import type { Source } from './source.js';

/** What each property of a timer definition holds, and how its ISO 8601 text begins; all else is FEEL. */
const FORMS = [
  { property: 'timeDuration', as: 'elapsed', iso: /^[+-]?P[\dT]/ },
  { property: 'timeDate', as: 'date', iso: /^[+-]?\d{4}-\d\d-\d\d/ },
  { property: 'timeCycle', as: 'cycle', iso: /^(R\d*\/|P[\dT])/ },
] as const;

/** Business time where our extension says so, else real time as BPMN has it; undefined: it says nothing. */
export const buildTimer = (source: Source, definition: ModdleElement): TimerDefinition | undefined => {
  const business = extensionOf(definition, 'Timer');
  if (business) return businessTimer(business);
  for (const { property, as, iso } of FORMS) {
    const expression = elementOf(definition, property);
    const text = textOf(expression, 'body')?.trim();
    if (!expression || !text) continue;
    if (iso.test(text)) return { kind: as, iso: text };
    refuseOtherLanguages(source, expression);
    return { kind: 'expression', as, expression: text.replace(/^=/, '').trim() };
  }
  return undefined;
};

const businessTimer = (business: ModdleElement): TimerDefinition => {
  const duration: Duration = durationOf(business);
  if (business['repeat'] !== true) {
    return { kind: 'business', duration, ...optional('from', textOf(business, 'from')) };
  }
  return { kind: 'business-cycle', every: duration, ...optional('times', numberOf(business, 'times')) };
};
