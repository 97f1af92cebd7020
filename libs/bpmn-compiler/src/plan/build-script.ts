import type { PlanNode } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf, feelOf, textOf } from '../read/properties.js';
import type { ActivityBase } from './activity-base.js';
import { isFeel, withName } from './expression.js';
import { optional } from './node-extensions.js';
import type { Source } from './source.js';
import { variableName } from './variables.js';

/**
 * A script task in FEEL. Its data inputs are names inside the script. One without a script is a task like any other
 * (BPMN 2.0.2 §10.3.3.1).
 */
export const buildScript = (source: Source, element: ModdleElement, activity: ActivityBase): PlanNode => {
  const text = feelOf(textOf(element, 'script'));
  if (text === undefined) return { ...activity, type: 'task' };
  const language = textOf(element, 'scriptFormat') ?? textOf(element, 'scriptLanguage') ?? source.language;
  if (language !== undefined && !isFeel(language)) source.refuse(element, `A script in ${language}`);
  const script = activity.inputs.reduce(
    (body, input) => withName(input.target, input.expression, body),
    text,
  );
  const [output] = elementsOf(elementOf(element, 'ioSpecification'), 'dataOutputs');
  return {
    ...activity,
    type: 'scriptTask',
    script,
    ...optional('output', output && variableName(output)),
  };
};
