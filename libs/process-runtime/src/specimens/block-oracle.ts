import { type Block, isLeaf, takenOf } from './block.js';

interface Open {
  readonly id: string;
  readonly scope: Scope;
  readonly happen: () => void;
}

interface Scope {
  readonly parent?: Scope;
  threads: number;
  readonly done: () => void;
}

/**
 * What a block should do, written without tokens: continuations instead of gateways. It shares no line with the
 * reducer, so that the two may be held against each other.
 */
export class BlockOracle {
  ended = false;
  /** How often each leaf was completed. */
  readonly completed = new Map<string, number>();
  private readonly opened = new Set<Open>();
  private readonly buffer: string[] = [];

  constructor(block: Block) {
    const root: Scope = { threads: 1, done: () => (this.ended = true) };
    this.activate(block, root, () => this.exit(root));
  }

  /** Leaves and timers that may happen now, sorted; one that is open twice stands twice. */
  get open(): readonly string[] {
    return [...this.opened].map(({ id }) => id).toSorted();
  }

  happen(id: string): void {
    this.take(id);
    // What came early is taken as soon as something waits for it, the oldest first.
    for (;;) {
      const early = this.buffer.findIndex((message) => [...this.opened].some((open) => open.id === message));
      if (early < 0) return;
      const [message = ''] = this.buffer.splice(early, 1);
      this.take(message);
    }
  }

  comesEarly(id: string): void {
    this.buffer.push(id);
  }

  private take(id: string): void {
    const found = [...this.opened].find((open) => open.id === id);
    if (!found) throw new Error(`${id} is not open.`);
    this.opened.delete(found);
    found.happen();
  }

  private wait(id: string, scope: Scope, happen: () => void): Open {
    const open = { id, scope, happen };
    this.opened.add(open);
    return open;
  }

  private exit(scope: Scope): void {
    scope.threads -= 1;
    if (scope.threads === 0) scope.done();
  }

  private cancel(scope: Scope): void {
    for (const open of this.opened) {
      for (let at: Scope | undefined = open.scope; at; at = at.parent) {
        if (at === scope) this.opened.delete(open);
      }
    }
  }

  private activate(block: Block, scope: Scope, done: () => void): void {
    if (isLeaf(block)) {
      this.leaf(block.id, scope, done);
      return;
    }
    switch (block.kind) {
      case 'sequence':
        return this.oneByOne(block.parts, scope, done);
      case 'choice':
        return this.activate(block.parts[block.taken] ?? block, scope, done);
      case 'all':
        return this.together(block.parts, scope, done);
      case 'some': {
        const taken = takenOf(block);
        return this.together(
          block.parts.filter((_, i) => taken[i]),
          scope,
          done,
        );
      }
      case 'loop':
        return this.oneByOne(
          Array.from({ length: block.rounds }, () => block.parts[0]),
          scope,
          done,
        );
      case 'scope':
        this.scope(block.parts[0], scope, done);
        return;
      case 'race': {
        const inner: Scope = { parent: scope, threads: block.parts.length, done };
        for (const part of block.parts) {
          this.activate(part, inner, () => {
            this.cancel(inner);
            done();
          });
        }
        return;
      }
      case 'each': {
        const instances = Array.from(
          { length: block.count },
          () => (over: () => void) => void this.scope(block.parts[0], scope, over),
        );
        return block.sequential ? inTurn(instances, done) : sideBySide(instances, done);
      }
      case 'first':
        return this.first(block.parts, scope, done);
      case 'failing': {
        const inner: Scope = { parent: scope, threads: 1, done };
        this.activate(block.parts[0], inner, () => {
          this.cancel(inner);
          this.activate(block.parts[1], scope, done);
        });
        return;
      }
      case 'guarded':
        return this.guarded(block, scope, done);
    }
  }

  private leaf(id: string, scope: Scope, done: () => void): Open {
    return this.wait(id, scope, () => {
      this.completed.set(id, (this.completed.get(id) ?? 0) + 1);
      done();
    });
  }

  private scope(body: Block, parent: Scope, done: () => void): Scope {
    const inner: Scope = { parent, threads: 1, done };
    this.activate(body, inner, () => this.exit(inner));
    return inner;
  }

  private oneByOne(parts: readonly Block[], scope: Scope, done: () => void): void {
    inTurn(
      parts.map((part) => (over) => this.activate(part, scope, over)),
      done,
    );
  }

  private together(parts: readonly Block[], scope: Scope, done: () => void): void {
    sideBySide(
      parts.map((part) => (over) => this.activate(part, scope, over)),
      done,
    );
  }

  private first(
    [left, right, afterLeft, afterRight]: Extract<Block, { kind: 'first' }>['parts'],
    scope: Scope,
    done: () => void,
  ): void {
    const one = this.leaf(left.id, scope, () => {
      this.opened.delete(other);
      this.activate(afterLeft, scope, done);
    });
    const other = this.leaf(right.id, scope, () => {
      this.opened.delete(one);
      this.activate(afterRight, scope, done);
    });
  }

  private guarded(block: Extract<Block, { kind: 'guarded' }>, scope: Scope, done: () => void): void {
    const [activity, handler] = block.parts;
    const guard = block.armed
      ? this.wait(`${block.id}_b`, scope, () => {
          if (block.interrupting) {
            withdraw();
            this.activate(handler, scope, done);
          } else {
            scope.threads += 1;
            this.activate(handler, scope, () => this.exit(scope));
          }
        })
      : undefined;
    const finished = (): void => {
      if (guard) this.opened.delete(guard);
      done();
    };
    let withdraw: () => void;
    if (activity.kind === 'scope') {
      const inner = this.scope(activity.parts[0], scope, finished);
      withdraw = () => this.cancel(inner);
    } else {
      const open = this.leaf(activity.id, scope, finished);
      withdraw = () => this.opened.delete(open);
    }
  }
}

type Part = (over: () => void) => void;

const inTurn = ([first, ...rest]: readonly Part[], done: () => void): void =>
  first ? first(() => inTurn(rest, done)) : done();

const sideBySide = (parts: readonly Part[], done: () => void): void => {
  let left = parts.length;
  if (left === 0) return done();
  for (const part of parts) {
    part(() => {
      left -= 1;
      if (left === 0) done();
    });
  }
};
