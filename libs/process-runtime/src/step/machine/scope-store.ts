import type { Scope } from '../../state/case-state.js';
import { Grouping } from './grouping.js';
import { Store } from './store.js';

export class ScopeStore extends Store<Scope> {
  private readonly byParent = new Grouping<Scope>(
    () => this.byId.values(),
    ({ parent }) => parent,
  );

  /** Completed insides that are kept because they may have to be undone. */
  keptIn(scope: string): readonly Scope[] {
    return [...this.byParent.of(scope)].flatMap((id) => {
      const inner = this.get(id);
      return inner?.kept ? [inner] : [];
    });
  }

  protected override put(item: Scope): void {
    super.put(item);
    this.byParent.add(item);
  }

  protected override drop(old: Scope, next?: Scope): void {
    super.drop(old, next);
    this.byParent.remove(old, next);
  }
}
