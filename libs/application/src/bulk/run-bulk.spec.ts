import { conflict } from '@lianban/kernel';
import { type Tx, UnitOfWork } from '../transaction/index.js';
import type { BulkOperation } from './bulk-operation.js';
import { type BulkProgress, BulkStore, type HeldOperation } from './bulk-store.port.js';
import { type BulkPiece, BulkWork, BulkWorks } from './bulk-work.js';
import { RunBulk } from './run-bulk.js';

const NOW = '2026-11-25T01:00:00.000Z';

interface Table {
  operation: BulkOperation;
  readonly done: string[];
  readonly failures: { readonly item: string; readonly code: string }[];
}

/** A database of one operation: what a transaction did is gone when it fails. */
class Memory extends UnitOfWork {
  table: Table;
  /** Dies at the commit of so many transactions from now. */
  dieAt = Infinity;

  constructor(readonly tx = {} as Tx) {
    super();
    this.table = {
      operation: {
        id: 'one',
        tenant: 't',
        kind: 'letters',
        parameters: {},
        reason: 'r',
        state: 'waiting',
        notBefore: NOW,
        looked: 0,
        changed: 0,
        failed: 0,
        startedBy: { id: 'a', name: '管理员' },
        createdAt: NOW,
      },
      done: [],
      failures: [],
    };
  }

  async withActor<T>(_actor: unknown, work: (tx: Tx) => Promise<T>): Promise<T> {
    const before = structuredClone(this.table);
    try {
      const result = await work(this.tx);
      this.dieAt -= 1;
      if (this.dieAt === 0) throw new Error('killed');
      return result;
    } catch (failure) {
      this.table = before;
      throw failure;
    }
  }

  readAs<T>(actor: unknown, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.withActor(actor, work);
  }
}

class MemoryStore extends BulkStore {
  constructor(private readonly memory: Memory) {
    super();
  }

  order(): Promise<string> {
    return Promise.reject(new Error('not asked for'));
  }

  orderOnce(): Promise<BulkOperation> {
    return Promise.reject(new Error('not asked for'));
  }

  holdNext(_tx: Tx, _tenant: string, kinds: readonly string[]): Promise<HeldOperation | undefined> {
    const { operation } = this.memory.table;
    const open = operation.state === 'waiting' || operation.state === 'running';
    return Promise.resolve(open && kinds.includes(operation.kind) ? { operation, now: NOW } : undefined);
  }

  hold(tx: Tx): Promise<HeldOperation | undefined> {
    return this.holdNext(tx, 't', ['letters']);
  }

  progress(_tx: Tx, _id: string, { total, cursor, looked = 0, changed = 0, failure }: BulkProgress) {
    const { operation, failures } = this.memory.table;
    if (failure) failures.push(failure);
    this.memory.table.operation = {
      ...operation,
      state: 'running',
      ...(total === undefined ? {} : { total }),
      ...(cursor === undefined ? {} : { cursor }),
      looked: operation.looked + looked,
      changed: operation.changed + changed,
      failed: operation.failed + (failure ? 1 : 0),
    };
    return Promise.resolve();
  }

  end(): Promise<void> {
    this.memory.table.operation = { ...this.memory.table.operation, state: 'done' };
    return Promise.resolve();
  }

  lastAbout = () => Promise.resolve(undefined);
  turn = () => Promise.resolve(undefined);
  byId = () => Promise.resolve(undefined);
  list = () => Promise.resolve([]);
  failures = () => Promise.resolve([]);
}

class Letters extends BulkWork {
  readonly kind = 'letters';
  readonly piece = 3;

  constructor(
    private readonly memory: Memory,
    private readonly all: string,
    private readonly fail: (letter: string) => void = () => undefined,
  ) {
    super();
  }

  count(): Promise<number> {
    return Promise.resolve(this.all.length);
  }

  items(_tx: Tx, { operation }: BulkPiece, limit: number): Promise<readonly string[]> {
    return Promise.resolve(
      this.all
        .split('')
        .filter((it) => it > (operation.cursor ?? ''))
        .slice(0, limit),
    );
  }

  apply(_tx: Tx, _at: BulkPiece, items: readonly string[]): Promise<number> {
    for (const item of items) {
      this.fail(item);
      this.memory.table.done.push(item);
    }
    return Promise.resolve(items.length);
  }
}

const runAll = async (memory: Memory, work: BulkWork): Promise<void> => {
  const run = new RunBulk(memory, new MemoryStore(memory), new BulkWorks([work]));
  while (await run.run('t'));
};

describe('a bulk operation', () => {
  it('does every item once, piece by piece, and ends', async () => {
    const memory = new Memory();
    await runAll(memory, new Letters(memory, 'abcdefgh'));
    expect(memory.table.done.join('')).toBe('abcdefgh');
    expect(memory.table.operation).toMatchObject({
      state: 'done',
      total: 8,
      looked: 8,
      changed: 8,
      failed: 0,
    });
  });

  it('goes on without what is refused, and keeps the reason', async () => {
    const memory = new Memory();
    const refuse = (letter: string): void => {
      if ('be'.includes(letter)) throw conflict('CASES.SUSPENDED', 'The case is suspended.');
    };
    await runAll(memory, new Letters(memory, 'abcdefgh', refuse));
    expect(memory.table.done.join('')).toBe('acdfgh');
    expect(memory.table.failures).toMatchObject([
      { item: 'b', code: 'CASES.SUSPENDED' },
      { item: 'e', code: 'CASES.SUSPENDED' },
    ]);
    expect(memory.table.operation).toMatchObject({ state: 'done', looked: 8, changed: 6, failed: 2 });
  });

  it('tries again what fails for no stated reason', async () => {
    const memory = new Memory();
    let bad = 3;
    const stumble = (letter: string): void => {
      if (letter === 'b' && (bad -= 1) > 0) throw new Error('deadlock detected');
    };
    await runAll(memory, new Letters(memory, 'abc', stumble));
    expect(memory.table.done.join('')).toBe('abc');
    expect(memory.table.failures).toEqual([]);
  });

  it.each([1, 2, 3, 4, 5])(
    'killed at its commit no. %d does nothing twice and leaves nothing out',
    async (at) => {
      const memory = new Memory();
      memory.dieAt = at;
      const work = new Letters(memory, 'abcdefgh');
      await runAll(memory, work).catch(() => undefined);
      await runAll(memory, work);
      expect(memory.table.done.join('')).toBe('abcdefgh');
      expect(memory.table.operation).toMatchObject({ state: 'done', looked: 8, changed: 8, failed: 0 });
    },
  );

  it('is left alone by a process that does not know its kind', async () => {
    const memory = new Memory();
    const run = new RunBulk(memory, new MemoryStore(memory), new BulkWorks([]));
    expect(await run.run('t')).toBe(false);
    expect(memory.table.operation.state).toBe('waiting');
  });
});
