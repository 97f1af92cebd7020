import { type Assignment, messagesThrown } from '@lianban/process-runtime';
import { type Diagnostic, problem } from '../diagnostic.js';
import type { PlanCheck } from './plan-check.js';

/** What this check reads of a JSON Schema; the rest is judged when the event is made. */
interface FieldsOfSchema {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, { readonly type?: string | readonly string[] }>>;
  readonly patternProperties?: unknown;
  readonly additionalProperties?: unknown;
}

/** Each event that a process sends is described, and the data it is sent with can fit the description. */
export const checkEvents: PlanCheck = (plan, { events }) => {
  if (!events) return [];
  const judge = (node: string, type: string, data: readonly Assignment[]): readonly Diagnostic[] => {
    const schema = events.get(type);
    return schema
      ? unfit(schema, data).map((fault) => problem('BPMN.EVENT_DATA_UNFIT', `${type}: ${fault}`, node))
      : [problem('BPMN.EVENT_UNKNOWN', `No schema describes the event ${type}.`, node)];
  };
  return [
    ...Object.values(plan.nodes).flatMap(({ id, emits }) =>
      emits.flatMap(({ type, data }) => judge(id, type, data)),
    ),
    ...messagesThrown(plan).flatMap(({ node, message, data }) =>
      judge(node, plan.messages[message]?.name ?? message, data),
    ),
  ];
};

const unfit = (schema: FieldsOfSchema, data: readonly Assignment[]): readonly string[] => {
  const { required = [], properties = {} } = schema;
  const mapped = new Set(data.map(({ target }) => target));
  const isClosed = schema.additionalProperties === false && schema.patternProperties === undefined;
  return [
    ...required
      .filter((field) => !mapped.has(field))
      .map((field) => `nothing supplies "${field}", which its schema requires.`),
    ...data.flatMap(({ target, expression }) => {
      const described = Object.hasOwn(properties, target) ? properties[target] : undefined;
      if (!described) return isClosed ? [`its schema has no "${target}".`] : [];
      const constant = typesOfConstant(expression);
      const wanted = described.type === undefined ? undefined : [described.type].flat();
      return constant && wanted && !wanted.some((type) => constant.includes(type))
        ? [`"${target}" is ${expression}, but its schema asks for ${wanted.join(' or ')}.`]
        : [];
    }),
  ];
};

/** The types of JSON Schema that a FEEL literal is of; undefined where the expression has to be evaluated. */
const typesOfConstant = (expression: string): readonly string[] | undefined => {
  const text = expression.trim();
  if (text === 'null') return ['null'];
  if (text === 'true' || text === 'false') return ['boolean'];
  if (/^-?\d+$/.test(text)) return ['integer', 'number'];
  if (/^-?\d*\.\d+$/.test(text)) return Number.isInteger(Number(text)) ? ['integer', 'number'] : ['number'];
  return /^"(?:[^"\\]|\\.)*"$/s.test(text) ? ['string'] : undefined;
};
