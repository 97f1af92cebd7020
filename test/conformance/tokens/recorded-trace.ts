/** A scope of the recorded run: an instance of a process or of an element within one. */
export interface RecordedScope {
  readonly element: string;
  readonly parent?: RecordedScope;
  /** Which one of its element in its parent, from 0. */
  readonly number: number;
  readonly path: string;
  readonly children: RecordedScope[];
}

export interface RecordedEntry {
  readonly action: 'created' | 'entered' | 'signalled' | 'exited' | 'destroyed';
  /** The scope of the element itself, whatever the file names. */
  readonly scope: RecordedScope;
}

const ACTIONS = {
  createScope: 'created',
  enter: 'entered',
  signal: 'signalled',
  exit: 'exited',
  destroyScope: 'destroyed',
} as const;

/** The element that holds another one in the model; undefined where the model doesn't say. */
type Belonging = (element: string) => string | undefined;

/**
 * Reads `action:element:scope` entries. Scopes are lettered in the order of their creation (`A` … `Z`, `A1` …), from a
 * letter that differs from file to file; an entry of creation names the parent, one of entering the parent too.
 */
export const readTrace = (text: string, belongsTo: Belonging): readonly RecordedEntry[] => {
  const lines = (JSON.parse(text) as readonly string[]).map(partsOf);
  const first = firstNumber(lines);
  const scopes: RecordedScope[] = [];
  const scopeOf = (letter: string): RecordedScope => {
    const scope = scopes[numberOf(letter) - first];
    if (!scope) throw new Error(`the trace speaks of a scope ${letter} that was never created`);
    return scope;
  };
  /** Scopes that nothing was told of but their creation, with the scope that the file names as their parent. */
  const waiting = new Map<RecordedScope, RecordedScope | undefined>();
  return lines.map(({ action, element, letter }) => {
    if (action === 'createScope') {
      const parent = letter === 'null' ? undefined : scopeOf(letter);
      const scope = childOf(element, holderOf(element, parent, belongsTo), scopes);
      scopes.push(scope);
      waiting.set(scope, parent);
      return { action: ACTIONS[action], scope };
    }
    const scope = action === 'enter' ? firstOf(waiting, element, scopeOf(letter)) : scopeOf(letter);
    if (scope?.element !== element)
      throw new Error(`the scope ${letter} of the trace is not one of ${element}`);
    waiting.delete(scope);
    return { action: ACTIONS[action], scope };
  });
};

const firstOf = (
  waiting: ReadonlyMap<RecordedScope, RecordedScope | undefined>,
  element: string,
  parent: RecordedScope,
): RecordedScope | undefined =>
  [...waiting].find(([scope, named]) => scope.element === element && named === parent)?.[0];

/** The recorder does what undoes a sub-process inside of that; the model has it beside. */
const holderOf = (
  element: string,
  parent: RecordedScope | undefined,
  belongsTo: Belonging,
): RecordedScope | undefined => {
  const holder = belongsTo(element);
  if (holder === undefined) return parent;
  for (let at = parent; at; at = at.parent) if (at.element === holder) return at;
  return parent;
};

interface Line {
  readonly action: keyof typeof ACTIONS;
  readonly element: string;
  readonly letter: string;
}

const partsOf = (line: string): Line => {
  const [action = '', element = '', letter = ''] = line.split(':');
  if (!Object.hasOwn(ACTIONS, action)) throw new Error(`the trace holds an unknown action: ${line}`);
  return { action: action as Line['action'], element, letter };
};

const childOf = (
  element: string,
  parent: RecordedScope | undefined,
  scopes: readonly RecordedScope[],
): RecordedScope => {
  const siblings = parent ? parent.children : scopes.filter((scope) => scope.parent === undefined);
  const number = siblings.filter((sibling) => sibling.element === element).length;
  const path = `${parent ? parent.path : ''}/${element}#${number}`;
  const scope: RecordedScope = { element, number, path, children: [], ...(parent ? { parent } : {}) };
  parent?.children.push(scope);
  return scope;
};

/** `A` is 0, `Z` is 25, `A1` is 26. */
const numberOf = (letter: string): number =>
  letter.charCodeAt(0) - 'A'.charCodeAt(0) + 26 * Number(letter.slice(1) || 0);

/** The number of the first scope: told by the first entry that names a scope of its own. */
const firstNumber = (lines: readonly Line[]): number => {
  let created = 0;
  for (const { action, letter } of lines) {
    if (action === 'createScope') created += 1;
    else if (action !== 'enter') return numberOf(letter) - (created - 1);
  }
  return 0;
};
