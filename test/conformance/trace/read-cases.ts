import type { Json, JsonObject } from '@lianban/kernel';

/** What the world does with a task: all absent, it is done at once. */
export interface TaskScript {
  /** ISO 8601 duration on the virtual clock. */
  readonly after: string;
  readonly variables?: JsonObject;
  /** An error code that is thrown instead of completing. */
  readonly error?: string;
}

export type End = 'completed' | 'terminated' | 'waiting' | 'failed';

export interface TraceCase {
  readonly name: string;
  readonly variables: JsonObject;
  readonly tasks: Readonly<Record<string, TaskScript>>;
  readonly trace?: readonly string[];
  readonly order: 'exact' | 'any';
  /** Absent: any but `failed`. */
  readonly ends?: End;
  /** ISO 8601 duration. */
  readonly maxTime: string;
}

export interface TraceFile {
  readonly process: string;
  readonly startFirst: readonly string[];
  readonly cases: readonly TraceCase[];
}

/** Reads a `NAME.json` of the trace format; throws with the place and the reason where it is none. */
export const readTraceFile = (text: string): TraceFile => {
  const file = fieldsOf(JSON.parse(text), 'the file', ['process', 'startFirst', 'cases']);
  const cases = listOf(file['cases'], 'cases').map(readCase);
  const names = cases.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`two cases are called "${twice}"`);
  return {
    process: textOf(file['process'], 'process'),
    startFirst: textsOf(file['startFirst'] ?? [], 'startFirst'),
    cases,
  };
};

const CASE_FIELDS = ['name', 'variables', 'tasks', 'trace', 'order', 'ends', 'maxTime'];
const ORDERS = ['exact', 'any'] as const;
const ENDS = ['completed', 'terminated', 'waiting', 'failed'] as const;

const readCase = (value: Json): TraceCase => {
  const one = fieldsOf(value, 'a case', CASE_FIELDS);
  const name = textOf(one['name'], 'name of a case');
  const tasks = fieldsOf(one['tasks'] ?? {}, `tasks of "${name}"`);
  return {
    name,
    variables: fieldsOf(one['variables'] ?? {}, `variables of "${name}"`),
    tasks: Object.fromEntries(
      Object.entries(tasks).map(([id, script]) => [id, readTask(script, `task ${id}`)]),
    ),
    ...(one['trace'] === undefined ? {} : { trace: textsOf(one['trace'], `trace of "${name}"`) }),
    order: one['order'] === undefined ? 'exact' : wordOf(ORDERS, one['order'], 'order'),
    ...(one['ends'] === undefined ? {} : { ends: wordOf(ENDS, one['ends'], 'ends') }),
    maxTime: one['maxTime'] === undefined ? 'PT2M' : textOf(one['maxTime'], 'maxTime'),
  };
};

const readTask = (value: Json, place: string): TaskScript => {
  const one = fieldsOf(value, place, ['after', 'variables', 'error']);
  return {
    after: one['after'] === undefined ? 'PT0S' : textOf(one['after'], `after of ${place}`),
    ...(one['variables'] === undefined ? {} : { variables: fieldsOf(one['variables'], place) }),
    ...(one['error'] === undefined ? {} : { error: textOf(one['error'], `error of ${place}`) }),
  };
};

const fieldsOf = (value: Json | undefined, place: string, known?: readonly string[]): JsonObject => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${place} is no object`);
  }
  const fields = value as JsonObject;
  const unknown = known && Object.keys(fields).find((field) => !known.includes(field));
  if (unknown !== undefined) throw new Error(`${place} has an unknown field "${unknown}"`);
  return fields;
};

const listOf = (value: Json | undefined, place: string): readonly Json[] => {
  if (!Array.isArray(value)) throw new Error(`${place} is no list`);
  return value as readonly Json[];
};

const textOf = (value: Json | undefined, place: string): string => {
  if (typeof value !== 'string') throw new Error(`${place} is no text`);
  return value;
};

const textsOf = (value: Json, place: string): readonly string[] =>
  listOf(value, place).map((each) => textOf(each, place));

const wordOf = <T extends string>(words: readonly T[], value: Json, place: string): T => {
  const word = words.find((each) => each === value);
  if (word === undefined) throw new Error(`${place} is none of ${words.join(', ')}`);
  return word;
};
