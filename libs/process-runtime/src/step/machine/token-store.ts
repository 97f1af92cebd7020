import type { Token } from '../../state/case-state.js';
import { Grouping } from './grouping.js';
import { Store } from './store.js';

export class TokenStore extends Store<Token> {
  private readonly byScope = new Grouping<Token>(
    () => this.byId.values(),
    ({ scope }) => scope,
  );
  private readonly byHeld = new Grouping<Token>(
    () => this.byId.values(),
    ({ holds }) => holds,
  );

  /** Tokens that stand in a scope, not those further inside. A copy: it may be changed meanwhile. */
  in(scope: string): readonly Token[] {
    return [...this.byScope.of(scope)].flatMap((id) => this.get(id) ?? []);
  }

  isEmpty(scope: string): boolean {
    return this.byScope.of(scope).size === 0;
  }

  at(node: string, scope: string): readonly Token[] {
    const found: Token[] = [];
    for (const id of this.byScope.of(scope)) {
      const token = this.get(id);
      if (token?.node === node) found.push(token);
    }
    return found;
  }

  /** The token that stands at the sub-process or loop whose inside `scope` is. */
  holderOf(scope: string): Token | undefined {
    for (const id of this.byHeld.of(scope)) return this.get(id);
    return undefined;
  }

  protected override put(item: Token): void {
    super.put(item);
    this.byScope.add(item);
    this.byHeld.add(item);
  }

  protected override drop(old: Token, next?: Token): void {
    super.drop(old, next);
    this.byScope.remove(old, next);
    this.byHeld.remove(old, next);
  }
}
