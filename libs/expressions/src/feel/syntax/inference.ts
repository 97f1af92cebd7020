import type { Place } from '../problem.js';
import {
  ANY,
  BOOLEAN,
  DATE,
  DATE_TIME,
  DAY_TIME_DURATION,
  type FeelType,
  NULL,
  NUMBER,
  STRING,
  TIME,
  YEAR_MONTH_DURATION,
  listOf,
  typeText,
} from '../types/feel-type.js';
import { conformsTo } from '../types/conformance.js';
import { BuiltIn } from '../builtins/built-in.js';
import { fittingSignatures } from '../builtins/signatures.js';
import type { Reading } from './reading.js';
import type { ArithmeticOperator, ComparisonOperator, Node } from './tree.js';

/** A type that all of them are of. */
export const commonType = (types: readonly FeelType[]): FeelType => {
  const known = types.filter(({ kind }) => kind !== 'null');
  const [first] = known;
  if (first === undefined) return types.length === 0 ? ANY : NULL;
  return known.every((type) => conformsTo(type, first) && conformsTo(first, type)) ? first : ANY;
};

/** What a filter or an iteration meets one by one. */
export const itemType = (type: FeelType): FeelType => {
  if (type.kind === 'list' || type.kind === 'range') return type.of;
  return type;
};

const RESULTS: Readonly<Record<string, FeelType>> = {
  'number+number': NUMBER,
  'string+string': STRING,
  'number-number': NUMBER,
  'number*number': NUMBER,
  'number/number': NUMBER,
  'number**number': NUMBER,
  'date-date': DAY_TIME_DURATION,
  'date-date and time': DAY_TIME_DURATION,
  'date and time-date': DAY_TIME_DURATION,
  'date and time-date and time': DAY_TIME_DURATION,
  'time-time': DAY_TIME_DURATION,
};

for (const [duration, moments] of [
  [YEAR_MONTH_DURATION, [DATE, DATE_TIME]],
  [DAY_TIME_DURATION, [DATE, DATE_TIME, TIME]],
] as const) {
  const results = RESULTS as Record<string, FeelType>;
  results[`${duration.kind}+${duration.kind}`] = duration;
  results[`${duration.kind}-${duration.kind}`] = duration;
  results[`${duration.kind}/${duration.kind}`] = NUMBER;
  results[`${duration.kind}*number`] = duration;
  results[`number*${duration.kind}`] = duration;
  results[`${duration.kind}/number`] = duration;
  for (const moment of moments) {
    results[`${moment.kind}+${duration.kind}`] = moment;
    results[`${duration.kind}+${moment.kind}`] = moment;
    results[`${moment.kind}-${duration.kind}`] = moment;
  }
}

const isOpen = ({ kind }: FeelType): boolean => kind === 'any' || kind === 'null';

export const arithmeticType = (
  reading: Reading,
  operator: ArithmeticOperator,
  left: Node,
  right: Node,
): FeelType => {
  if (isOpen(left.type) || isOpen(right.type)) return ANY;
  const result = RESULTS[`${left.type.kind}${operator}${right.type.kind}`];
  if (result) return result;
  reading.report(
    'TYPES',
    `${typeText(left.type)} ${operator} ${typeText(right.type)} has no meaning.`,
    reading.cursor.since(left.place.from),
  );
  return NULL;
};

export const negationType = (reading: Reading, operand: Node): FeelType => {
  const { type } = operand;
  if (isOpen(type)) return ANY;
  if ([NUMBER, YEAR_MONTH_DURATION, DAY_TIME_DURATION].some(({ kind }) => kind === type.kind)) return type;
  reading.report('TYPES', `A ${typeText(type)} has no negative.`, operand.place);
  return NULL;
};

export const checkComparable = (
  reading: Reading,
  operator: ComparisonOperator,
  left: Node,
  right: Node,
): void => {
  const a = left.type;
  const b = right.type;
  if (isOpen(a) || isOpen(b) || a.kind === b.kind) return;
  reading.report(
    'TYPES',
    `${typeText(a)} and ${typeText(b)} cannot be compared by "${operator}": the answer is always null.`,
    reading.cursor.since(left.place.from),
  );
};

const DATE_PARTS = { year: NUMBER, month: NUMBER, day: NUMBER, weekday: NUMBER };
const TIME_PARTS = {
  hour: NUMBER,
  minute: NUMBER,
  second: NUMBER,
  'time offset': DAY_TIME_DURATION,
  timezone: STRING,
};

const PROPERTIES: Readonly<Partial<Record<FeelType['kind'], Readonly<Record<string, FeelType>>>>> = {
  date: DATE_PARTS,
  time: TIME_PARTS,
  'date and time': { ...DATE_PARTS, ...TIME_PARTS },
  'years and months duration': { years: NUMBER, months: NUMBER },
  'days and time duration': { days: NUMBER, hours: NUMBER, minutes: NUMBER, seconds: NUMBER },
  range: { start: ANY, end: ANY, 'start included': BOOLEAN, 'end included': BOOLEAN },
  boolean: {},
  number: {},
  string: {},
};

export const pathType = (reading: Reading, target: Node, name: string, place: Place): FeelType => {
  const { type } = target;
  if (type.kind === 'list') return listOf(entryType(reading, type.of, name, place));
  return entryType(reading, type, name, place);
};

const entryType = (reading: Reading, type: FeelType, name: string, place: Place): FeelType => {
  if (type.kind === 'context') {
    const entry = type.entries.get(name);
    if (entry === undefined && type.open !== true) {
      reading.report('UNKNOWN_ENTRY', `There is no entry "${name}" in ${typeText(type)}.`, place);
    }
    return entry ?? ANY;
  }
  const properties = PROPERTIES[type.kind];
  if (properties === undefined) return ANY;
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (property === undefined) {
    reading.report('UNKNOWN_ENTRY', `A ${typeText(type)} has no "${name}".`, place);
    return NULL;
  }
  return property;
};

/** What a call answers; reports calls that can never succeed. */
export const callType = (
  reading: Reading,
  callee: Node,
  args: readonly Node[],
  names: readonly string[] | undefined,
  place: Place,
): FeelType => {
  if (callee.kind === 'name' && callee.builtIn instanceof BuiltIn) {
    const fitting = fittingSignatures(callee.builtIn.signatures, args.length, names);
    if (fitting.length === 0) {
      reading.report('ARGUMENTS', `"${callee.name}" does not take these ${args.length} arguments.`, place);
      return NULL;
    }
    return commonType(fitting.map((signature) => signature.result));
  }
  if (callee.type.kind === 'function') {
    const { parameters, result } = callee.type;
    if (parameters !== undefined && parameters.length !== args.length) {
      reading.report(
        'ARGUMENTS',
        `The function takes ${parameters.length} arguments, not ${args.length}.`,
        place,
      );
    }
    return result;
  }
  if (callee.kind === 'name' && callee.variable && reading.scope.open) {
    reading.report('UNKNOWN_FUNCTION', `There is no function "${callee.name}".`, callee.place);
  } else if (!isOpen(callee.type)) {
    reading.report('NO_FUNCTION', `A ${typeText(callee.type)} cannot be called.`, callee.place);
  }
  return ANY;
};
