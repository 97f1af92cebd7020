/** A type of FEEL (DMN 1.3 §10.3.2.1). `any` stands for what is not known until a value is there. */
export type FeelType =
  | { readonly kind: SimpleKind }
  | { readonly kind: 'list'; readonly of: FeelType }
  | { readonly kind: 'range'; readonly of: FeelType }
  | {
      readonly kind: 'context';
      readonly entries: ReadonlyMap<string, FeelType>;
      /** Its values may have entries that are not named here, as any JSON object may. */
      readonly open?: boolean;
    }
  | {
      readonly kind: 'function';
      readonly parameters: readonly FeelType[] | undefined;
      readonly result: FeelType;
    };

export type SimpleKind =
  | 'any'
  | 'null'
  | 'boolean'
  | 'string'
  | 'number'
  | 'date'
  | 'time'
  | 'date and time'
  | 'years and months duration'
  | 'days and time duration';

const simple = (kind: SimpleKind): FeelType => Object.freeze({ kind });

export const ANY = simple('any');
export const NULL = simple('null');
export const BOOLEAN = simple('boolean');
export const STRING = simple('string');
export const NUMBER = simple('number');
export const DATE = simple('date');
export const TIME = simple('time');
export const DATE_TIME = simple('date and time');
export const YEAR_MONTH_DURATION = simple('years and months duration');
export const DAY_TIME_DURATION = simple('days and time duration');

export const listOf = (of: FeelType): FeelType => ({ kind: 'list', of });
export const rangeOf = (of: FeelType): FeelType => ({ kind: 'range', of });
export const contextOf = (entries: Iterable<readonly [string, FeelType]>, open = false): FeelType => ({
  kind: 'context',
  entries: new Map(entries),
  ...(open ? { open } : {}),
});
export const functionOf = (parameters: readonly FeelType[] | undefined, result: FeelType): FeelType => ({
  kind: 'function',
  parameters,
  result,
});

/** The built-in types by the names that FEEL gives them; undefined for others. */
export const builtInType = (name: string): FeelType | undefined => BY_NAME.get(name);

const BY_NAME: ReadonlyMap<string, FeelType> = new Map<string, FeelType>([
  ['Any', ANY],
  ['any', ANY],
  ['Null', NULL],
  ['boolean', BOOLEAN],
  ['string', STRING],
  ['number', NUMBER],
  ['date', DATE],
  ['time', TIME],
  ['date and time', DATE_TIME],
  ['dateTime', DATE_TIME],
  ['years and months duration', YEAR_MONTH_DURATION],
  ['yearMonthDuration', YEAR_MONTH_DURATION],
  ['days and time duration', DAY_TIME_DURATION],
  ['dayTimeDuration', DAY_TIME_DURATION],
  ['list', listOf(ANY)],
  ['context', contextOf([], true)],
  ['range', rangeOf(ANY)],
  ['function', functionOf(undefined, ANY)],
]);

export const builtInTypeNames: readonly string[] = [...BY_NAME.keys()];

/** As a person writes it: `list<number>`. */
export const typeText = (type: FeelType): string => {
  switch (type.kind) {
    case 'any':
      return 'Any';
    case 'list':
    case 'range':
      return type.of.kind === 'any' ? type.kind : `${type.kind}<${typeText(type.of)}>`;
    case 'context':
      return type.entries.size === 0
        ? 'context'
        : `context<${[...type.entries].map(([name, entry]) => `${name}: ${typeText(entry)}`).join(', ')}>`;
    case 'function':
      return type.parameters === undefined
        ? 'function'
        : `function<${type.parameters.map(typeText).join(', ')}> -> ${typeText(type.result)}`;
    default:
      return type.kind;
  }
};
