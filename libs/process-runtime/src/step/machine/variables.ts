import type { Json, JsonObject } from '@lianban/kernel';
import { ROOT_SCOPE } from '../../state/initial-state.js';
import type { CaseData, Scope, Token, TokenInstance } from '../../state/case-state.js';
import type { StepContext } from '../step-context.js';
import type { ScopeStore } from './scope-store.js';
import type { TokenStore } from './token-store.js';
import type { LocalVariables } from './work.js';

/** Where variables live. */
export interface VariableHome {
  readonly context: StepContext;
  readonly tokens: TokenStore;
  readonly scopes: ScopeStore;
  readonly milestones: Readonly<Record<string, string>>;
  data: CaseData;
  /** Set where anything changed. */
  changed: boolean;
  scopeOf(id: string): Scope;
}

/** From where variables are seen: a token, or a scope of its own. A token is one. */
export interface Place {
  readonly scope: string;
  /** The token, where the place is one. */
  readonly id?: string;
  readonly instance?: TokenInstance;
}

/**
 * What an expression can read (BPMN 2.0.2 §10.4.1): its instance, the scopes outwards up to its process, and for the
 * process of the case the case data. The inner name hides the outer one.
 */
export const variablesAt = (home: VariableHome, place: Place, locals: LocalVariables): LocalVariables => {
  const { milestones, data } = home;
  const { now } = home.context;
  if (place.scope === ROOT_SCOPE && place.instance === undefined) {
    return { ...data, milestones, now, ...locals };
  }
  const layers: JsonObject[] = place.instance ? [namesOf(place.instance)] : [];
  for (let scope = home.scopeOf(place.scope); ; scope = home.scopeOf(scope.parent ?? ROOT_SCOPE)) {
    if (scope.id === ROOT_SCOPE) {
      layers.push(data);
      break;
    }
    if (scope.data) layers.push(scope.data);
    if (scope.process !== undefined) break;
    const holder = instanceAround(home, scope);
    if (holder?.instance) layers.push(namesOf(holder.instance));
  }
  return Object.assign({}, ...layers.toReversed(), { milestones, now }, locals) as LocalVariables;
};

/** Sets the nearest variable of that name; where there is none, the data of the case or of the called process. */
export const assignAt = (home: VariableHome, place: Place, name: string, value: Json): void => {
  home.changed = true;
  if (place.id !== undefined && place.instance?.name === name) {
    const token = home.tokens.get(place.id);
    if (token && setItem(home, token, value)) return;
  }
  for (let scope = home.scopeOf(place.scope); ; scope = home.scopeOf(scope.parent ?? ROOT_SCOPE)) {
    if (scope.id === ROOT_SCOPE) {
      home.data = { ...home.data, [name]: value };
      return;
    }
    if (scope.process !== undefined || (scope.data && Object.hasOwn(scope.data, name))) {
      home.scopes.set({ ...scope, data: { ...scope.data, [name]: value } });
      return;
    }
    const holder = instanceAround(home, scope);
    if (holder?.instance?.name === name && setItem(home, holder, value)) return;
  }
};

/**
 * Keeps what a node was completed with under its id: in the case data, and apart for what may run several times side
 * by side: in the token of an instance, in the inside of an instance, in the called process.
 */
export const keepWords = (home: VariableHome, token: Token, node: string, words: JsonObject): void => {
  if (token.node === node && token.instance && home.scopes.get(token.scope)?.loop?.total !== undefined) {
    home.tokens.set({ ...token, instance: { ...token.instance, words } });
    home.changed = true;
  } else keepWordsIn(home, token.scope, node, words);
};

export const keepWordsIn = (home: VariableHome, scope: string, node: string, words: JsonObject): void => {
  home.changed = true;
  const owner = ownerOfWords(home, scope);
  if (owner === undefined) home.data = { ...home.data, [node]: words };
  else home.scopes.set({ ...owner, data: { ...owner.data, [node]: words } });
};

/** What `node` was completed with last, as seen by a token. */
export const wordsOf = (home: VariableHome, token: Token, node: string): JsonObject => {
  if (token.node === node && token.instance?.words) return token.instance.words;
  const kept = (ownerOfWords(home, token.scope)?.data ?? home.data)[node];
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as JsonObject) : {};
};

export const namesOf = (instance: TokenInstance): JsonObject => ({
  loopCounter: instance.counter,
  ...(instance.name === undefined ? {} : { [instance.name]: instance.item ?? null }),
});

const ownerOfWords = (home: VariableHome, from: string): Scope | undefined => {
  for (let scope = home.scopeOf(from); ; scope = home.scopeOf(scope.parent ?? ROOT_SCOPE)) {
    if (scope.id === ROOT_SCOPE) return undefined;
    if (scope.process !== undefined) return scope;
    const around = scope.parent === undefined ? undefined : home.scopes.get(scope.parent);
    if (scope.loop === undefined && around?.loop?.total !== undefined) return scope;
  }
};

/** The instance whose inside `scope` is. */
const instanceAround = (home: VariableHome, scope: Scope): Token | undefined => {
  const around = scope.parent === undefined ? undefined : home.scopes.get(scope.parent);
  return around?.loop ? home.tokens.holderOf(scope.id) : undefined;
};

const setItem = (home: VariableHome, token: Token, item: Json): boolean => {
  if (!token.instance) return false;
  home.tokens.set({ ...token, instance: { ...token.instance, item } });
  return true;
};
