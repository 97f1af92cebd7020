import type { Run } from '../run.js';
import type { FeelType } from '../types/feel-type.js';
import type { DayTimeDuration, YearMonthDuration } from './durations.js';
import type { FeelDate } from './feel-date.js';
import type { FeelDateTime } from './feel-date-time.js';
import type { FeelNumber } from './feel-number.js';
import type { FeelTime } from './feel-time.js';

export type FeelTemporal = FeelDate | FeelTime | FeelDateTime;
export type FeelDuration = YearMonthDuration | DayTimeDuration;

/** A value of FEEL (DMN 1.3 §10.3.2.3). All of them are immutable. */
export type FeelValue =
  | null
  | boolean
  | string
  | FeelNumber
  | FeelTemporal
  | FeelDuration
  | readonly FeelValue[]
  | FeelContext
  | FeelRange
  | FeelFunction;

/** `Array.isArray` narrows a readonly array badly. */
export const isList = (value: FeelValue | undefined): value is readonly FeelValue[] => Array.isArray(value);

/** A range as a value. A null endpoint is unbounded and never included: `(< 10)` is `(null..10)`. */
export class FeelRange {
  constructor(
    readonly low: FeelValue,
    readonly lowIncluded: boolean,
    readonly high: FeelValue,
    readonly highIncluded: boolean,
  ) {}
}

/** Names to values, in the order of insertion. */
export abstract class FeelContext {
  /** Undefined where there is no such entry; null is a value. */
  abstract get(name: string): FeelValue | undefined;
  abstract keys(): Iterable<string>;
  abstract get size(): number;

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  static of(entries: Iterable<readonly [string, FeelValue]>): FeelContext {
    return new MapContext(new Map(entries));
  }

  /** Takes the map as it is: nobody may change it afterwards. */
  static over(entries: ReadonlyMap<string, FeelValue>): FeelContext {
    return new MapContext(entries);
  }
}

class MapContext extends FeelContext {
  constructor(private readonly entries: ReadonlyMap<string, FeelValue>) {
    super();
  }

  override get(name: string): FeelValue | undefined {
    return this.entries.get(name);
  }

  override keys(): Iterable<string> {
    return this.entries.keys();
  }

  override get size(): number {
    return this.entries.size;
  }
}

export interface FeelParameter {
  readonly name: string;
  /** What an argument is coerced to; absent is `any`. */
  readonly type?: FeelType;
  /** May be left out, and is null then. */
  readonly optional?: boolean;
  /** Null is a value for it; elsewhere null as an argument makes the call of a built-in function null. */
  readonly nullable?: boolean;
}

/** One way of calling a function. */
export interface FeelSignature {
  readonly parameters: readonly FeelParameter[];
  /** The last parameter takes any number of arguments, one after the other. */
  readonly variadic?: boolean;
}

/**
 * A function as a value: built in, written in FEEL, or made by a decision model (business knowledge, decision service).
 * `invoke` takes the arguments in the order of the parameters; the caller has matched names and coerced types.
 */
export abstract class FeelFunction {
  abstract readonly parameters: readonly FeelParameter[];
  /** What it answers, where known. */
  readonly result: FeelType | undefined = undefined;

  abstract invoke(args: readonly FeelValue[], run: Run): FeelValue;

  static of(
    parameters: readonly FeelParameter[],
    body: (args: readonly FeelValue[], run: Run) => FeelValue,
    result?: FeelType,
  ): FeelFunction {
    return new PlainFunction(parameters, body, result);
  }
}

class PlainFunction extends FeelFunction {
  constructor(
    readonly parameters: readonly FeelParameter[],
    private readonly body: (args: readonly FeelValue[], run: Run) => FeelValue,
    override readonly result: FeelType | undefined,
  ) {
    super();
  }

  override invoke(args: readonly FeelValue[], run: Run): FeelValue {
    return this.body(args, run);
  }
}
