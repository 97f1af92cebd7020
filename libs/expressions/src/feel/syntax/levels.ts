import { type KnownName, type NameScope, knownName } from '../names.js';
import { ANY, type FeelType } from '../types/feel-type.js';
import type { FeelFunction } from '../values/feel-value.js';
import type { Cursor } from './cursor.js';

/** What the environment has at one level: a named value, or the item of a filter with its entries. */
export interface Level {
  readonly name: string;
  readonly type: FeelType;
  /** Whether the entries of the value can be read without its name. */
  readonly item: boolean;
  readonly known: readonly KnownName[];
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
  /** Positions of the levels of items, and of those of each name, the innermost last. */
  private readonly itemPositions: number[] = [];
  private readonly positions = new Map<string, number[]>();
  private readonly byFirstPart = new Map<string, KnownName[]>();

  constructor(
    private readonly variables: NameScope,
    private readonly builtInNames: NameScope,
    private readonly builtIns: ReadonlyMap<string, FeelFunction>,
  ) {}

  push(name: string, type: FeelType): Level {
    return this.add(name, type, false, [knownName(name, type)]);
  }

  /** The item of a filter: its entries by their names, and itself as `item`. */
  pushItem(type: FeelType): Level {
    const entries = type.kind === 'context' ? [...type.entries] : [];
    const known = [['item', type] as const, ...entries].map(([name, of]) => knownName(name, of));
    return this.add('item', type, true, known);
  }

  private add(name: string, type: FeelType, item: boolean, known: readonly KnownName[]): Level {
    const level = { name, type, item, known, read: false };
    if (item) this.itemPositions.push(this.stack.length);
    append(this.positions, name, this.stack.length);
    for (const one of known) append(this.byFirstPart, one.parts[0] ?? '', one);
    this.stack.push(level);
    return level;
  }

  pop(count = 1): void {
    for (let left = count; left > 0; left -= 1) {
      const level = this.stack.pop();
      if (level === undefined) return;
      if (level.item) this.itemPositions.pop();
      this.positions.get(level.name)?.pop();
      for (const { parts } of level.known) this.byFirstPart.get(parts[0] ?? '')?.pop();
    }
  }

  /** The longest known name that stands at a place; the innermost of several. */
  longestAt(
    cursor: Cursor,
    position: number,
  ): { readonly known: KnownName; readonly end: number } | undefined {
    const first = cursor.wordAt(position) || cursor.text[position];
    if (first === undefined) return undefined;
    let best = longestOf(this.byFirstPart.get(first)?.toReversed() ?? [], cursor, position);
    const look = (scope: NameScope): void => {
      const found = longestOf(scope.beginning(first), cursor, position);
      if (found && (best === undefined || found.end > best.end)) best = found;
    };
    for (let scope: NameScope | undefined = this.variables; scope; scope = scope.outer) look(scope);
    look(this.builtInNames);
    return best;
  }

  resolve(name: string): Resolved {
    const own = this.positions.get(name)?.at(-1);
    const items: number[] = [];
    let itemType: FeelType | undefined;
    for (const position of this.itemPositions.toReversed()) {
      if (own !== undefined && position < own) break;
      const type = this.stack[position]?.type ?? ANY;
      const entry = type.kind === 'context' ? type.entries.get(name) : undefined;
      if (entry === undefined && !mayHaveMore(type)) continue;
      items.push(this.stack.length - 1 - position);
      itemType ??= entry ?? ANY;
    }
    const level = own === undefined ? undefined : this.stack[own];
    if (own !== undefined && level !== undefined) {
      level.read = true;
      const local = this.stack.length - 1 - own;
      return { type: itemType ?? level.type, items, local, builtIn: undefined, variable: false, known: true };
    }
    return this.resolveOutside(name, items, itemType);
  }

  private resolveOutside(name: string, items: readonly number[], itemType: FeelType | undefined): Resolved {
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

const append = <V>(map: Map<string, V[]>, key: string, value: V): void => {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
};

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
