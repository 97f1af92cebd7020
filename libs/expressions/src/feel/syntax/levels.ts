import { type KnownName, NameScope } from '../names.js';
import { ANY, type FeelType } from '../types/feel-type.js';
import type { FeelFunction } from '../values/feel-value.js';
import type { Cursor } from './cursor.js';

/** What the environment has at one level: a named value, or the item of a filter with its entries. */
export interface Level {
  readonly name: string;
  readonly type: FeelType;
  /** Whether the entries of the value can be read without its name. */
  readonly item: boolean;
  readonly scope: NameScope;
  read: boolean;
}

export interface Resolved {
  readonly type: FeelType;
  readonly items: readonly number[];
  readonly local: number | undefined;
  readonly builtIn: FeelFunction | undefined;
  readonly variable: boolean;
  /** Whether anything promises that there is such a name. */
  readonly known: boolean;
}

/** The names that can be read at a place of a text: levels of the environment, then variables, then functions. */
export class Levels {
  private readonly stack: Level[] = [];

  constructor(
    private readonly variables: NameScope,
    private readonly builtInNames: NameScope,
    private readonly builtIns: ReadonlyMap<string, FeelFunction>,
  ) {}

  get size(): number {
    return this.stack.length;
  }

  push(name: string, type: FeelType): Level {
    return this.add(name, type, false, NameScope.of([[name, type]]));
  }

  /** The item of a filter: its entries by their names, and itself as `item`. */
  pushItem(type: FeelType): Level {
    const entries = type.kind === 'context' ? type.entries : [];
    return this.add('item', type, true, NameScope.of([['item', type], ...entries]));
  }

  private add(name: string, type: FeelType, item: boolean, scope: NameScope): Level {
    const level = { name, type, item, scope, read: false };
    this.stack.push(level);
    return level;
  }

  pop(count = 1): void {
    this.stack.length -= count;
  }

  /** The longest known name that stands at a place; the innermost of several. */
  longestAt(
    cursor: Cursor,
    position: number,
  ): { readonly known: KnownName; readonly end: number } | undefined {
    const first = cursor.wordAt(position) || cursor.text[position];
    if (first === undefined) return undefined;
    let best: { known: KnownName; end: number } | undefined;
    const look = (scope: NameScope): void => {
      const found = longestOf(scope.beginning(first), cursor, position);
      if (found && (best === undefined || found.end > best.end)) best = found;
    };
    for (let index = this.stack.length - 1; index >= 0; index -= 1) {
      const level = this.stack[index];
      if (level) look(level.scope);
    }
    for (let scope: NameScope | undefined = this.variables; scope; scope = scope.outer) look(scope);
    look(this.builtInNames);
    return best;
  }

  resolve(name: string): Resolved {
    const items: number[] = [];
    let itemType: FeelType | undefined;
    for (let index = this.stack.length - 1; index >= 0; index -= 1) {
      const level = this.stack[index];
      if (!level) continue;
      const depth = this.stack.length - 1 - index;
      const entry = level.item && level.type.kind === 'context' ? level.type.entries.get(name) : undefined;
      if (level.item && (entry !== undefined || mayHaveMore(level.type))) {
        items.push(depth);
        itemType ??= entry ?? ANY;
      }
      if (level.name === name) {
        level.read = true;
        return {
          type: itemType ?? level.type,
          items,
          local: depth,
          builtIn: undefined,
          variable: false,
          known: true,
        };
      }
    }
    const declared = this.variables.typeOf(name);
    const builtIn = declared === undefined || this.variables.open ? this.builtIns.get(name) : undefined;
    return {
      type: itemType ?? (builtIn === undefined ? (declared ?? ANY) : ANY),
      items,
      local: undefined,
      builtIn,
      variable: builtIn === undefined || this.variables.open,
      known: declared !== undefined || builtIn !== undefined || items.length > 0,
    };
  }
}

/** A context's type names some entries, its values may have others, unless the type is that of a literal. */
const mayHaveMore = (type: FeelType): boolean =>
  type.kind === 'any' || (type.kind === 'context' && type.open === true);

/** The end of a known name at a place; -1 where another text stands there. */
const endOf = (parts: readonly string[], cursor: Cursor, position: number): number => {
  let at = position;
  for (const [index, part] of parts.entries()) {
    if (index > 0) at = cursor.after(at);
    const word = cursor.wordAt(at);
    if (word === '' ? !cursor.text.startsWith(part, at) : word !== part) return -1;
    at += part.length;
  }
  return at;
};

export const longestOf = (
  names: readonly KnownName[],
  cursor: Cursor,
  position: number,
): { readonly known: KnownName; readonly end: number } | undefined => {
  let best: { known: KnownName; end: number } | undefined;
  for (const known of names) {
    const end = endOf(known.parts, cursor, position);
    if (end > (best?.end ?? -1)) best = { known, end };
  }
  return best;
};
