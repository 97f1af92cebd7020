import type { Wait } from '../../state/case-state.js';
import { Grouping } from './grouping.js';
import { Store } from './store.js';

export class WaitStore extends Store<Wait> {
  private readonly byOwner = new Grouping<Wait>(
    () => this.byId.values(),
    ({ token, scope }) => token ?? scope,
  );
  private readonly byKind = new Grouping<Wait>(
    () => this.byId.values(),
    ({ kind }) => kind,
  );

  /** What is armed for a token, or for a scope by its event sub-processes. */
  of(owner: string): readonly Wait[] {
    return this.pick(this.byOwner.of(owner));
  }

  ofKind(kind: Wait['kind']): readonly Wait[] {
    return this.pick(this.byKind.of(kind));
  }

  /** What waits for a message or signal, the longest waiting first. */
  named(kind: 'message' | 'signal', name: string): readonly Wait[] {
    return this.ofKind(kind).filter((wait) => wait.name === name);
  }

  protected override put(item: Wait): void {
    super.put(item);
    this.byOwner.add(item);
    this.byKind.add(item);
  }

  protected override drop(old: Wait, next?: Wait): void {
    super.drop(old, next);
    this.byOwner.remove(old, next);
    this.byKind.remove(old, next);
  }

  private pick(ids: ReadonlySet<string>): readonly Wait[] {
    const found: Wait[] = [];
    for (const id of ids) {
      const wait = this.get(id);
      if (wait) found.push(wait);
    }
    return found;
  }
}
