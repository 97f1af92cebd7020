import { ANY, type FeelType } from './types/feel-type.js';

/** A name as a scope knows it: its parts are what a text must show, with any white space between them. */
export interface KnownName {
  readonly name: string;
  readonly type: FeelType;
  readonly parts: readonly string[];
}

/** Words, and the signs that FEEL allows inside a name (DMN 1.3 §10.3.1.2, grammar rules 27–30). */
const PART = /[\p{L}\p{N}\p{M}\p{So}\p{Sk}\p{Cn}\p{Co}\p{Pc}?\u200C\u200D]+|[^\s]/gu;

const partsOf = (name: string): readonly string[] => name.match(PART) ?? [];

export const knownName = (name: string, type: FeelType): KnownName => ({ name, type, parts: partsOf(name) });

/**
 * The names that an expression may read, with their types where known, and the names of types. Scopes are nested:
 * an inner one hides what is outside. Immutable.
 */
export class NameScope {
  private readonly byFirstPart = new Map<string, KnownName[]>();

  private constructor(
    readonly outer: NameScope | undefined,
    names: Iterable<readonly [string, FeelType]>,
    private readonly types: ReadonlyMap<string, FeelType>,
    /** Whether data may hold names that no scope knows, so that reading one is no mistake. */
    readonly open: boolean,
  ) {
    for (const [name, type] of names) {
      const known = knownName(name, type);
      const [first] = known.parts;
      if (first === undefined) continue;
      const others = this.byFirstPart.get(first);
      if (others) others.push(known);
      else this.byFirstPart.set(first, [known]);
    }
  }

  /** Every name that is not known is a variable of unknown type: for data that nobody declared. */
  static readonly open = new NameScope(undefined, [], new Map(), true);

  /** Only these names: reading another is reported by the compiler. */
  static of(
    names: Iterable<readonly [string, FeelType]>,
    types: ReadonlyMap<string, FeelType> = new Map(),
  ): NameScope {
    return new NameScope(undefined, names, types, false);
  }

  /** Names inside this scope: iterators, parameters, earlier entries of a context. */
  with(names: Iterable<readonly [string, FeelType]>): NameScope {
    return new NameScope(this, names, new Map(), this.open);
  }

  withTypes(types: ReadonlyMap<string, FeelType>): NameScope {
    return new NameScope(this, [], types, this.open);
  }

  /** The names of this level alone that begin with a part. */
  beginning(part: string): readonly KnownName[] {
    return this.byFirstPart.get(part) ?? NONE;
  }

  typeOf(name: string): FeelType | undefined {
    const own = this.byFirstPart.get(partsOf(name)[0] ?? '')?.find((known) => known.name === name);
    return own?.type ?? this.outer?.typeOf(name) ?? (this.open && !this.outer ? ANY : undefined);
  }

  typeNames(): readonly string[] {
    return [...this.types.keys(), ...(this.outer?.typeNames() ?? [])];
  }

  /** A type by its name, as `instance of` and parameters use it. */
  typeNamed(name: string): FeelType | undefined {
    return this.types.get(name) ?? this.outer?.typeNamed(name);
  }
}

const NONE: readonly KnownName[] = [];
