import { engineActor } from '@lianban/domain';
import { AppException, type JsonObject } from '@lianban/kernel';
import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../transaction/index.js';
import { BulkStore, type BulkProgress, type HeldOperation } from './bulk-store.port.js';
import { type BulkWork, BulkWorks } from './bulk-work.js';

/** How often an item that fails for no stated reason is tried before it is put aside. */
const TRIES = 3;

/**
 * Carries bulk operations on, piece by piece: a piece, the cursor behind it and its counts are one transaction, so
 * nothing is done twice and nothing left out, wherever the process dies. Several may run: one operation is held by one.
 */
@Injectable()
export class RunBulk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: BulkStore,
    private readonly works: BulkWorks,
  ) {}

  /** One piece of the operation that is next; false where there is nothing to do. Call it until then. */
  async run(tenant: string): Promise<boolean> {
    const met: HeldOperation[] = [];
    try {
      return await this.unitOfWork.withActor(engineActor(tenant), async (tx) => {
        const held = await this.store.holdNext(tx, tenant, this.works.kinds);
        if (!held) return false;
        met.push(held);
        const work = this.works.of(held.operation.kind);
        await this.piece(tx, held, work, work.piece);
        return true;
      });
    } catch (failure) {
      const [held] = met;
      if (!held) throw failure;
      await this.oneByOne(held);
      return true;
    }
  }

  /** Something of the piece cannot be done: it is found, kept with its reason, and all the others are done. */
  private async oneByOne({ operation }: HeldOperation): Promise<void> {
    const work = this.works.of(operation.kind);
    for (let left = work.piece; left > 0; left -= 1) {
      const reason = await this.single(operation.tenant, operation.id, work);
      if (reason === undefined) continue;
      await this.unitOfWork.withActor(engineActor(operation.tenant), async (tx) => {
        const held = await this.store.hold(tx, operation.id);
        if (!held) return;
        const [item] = await work.items(tx, held, 1);
        // Not an item but the operation itself is what fails: whoever runs it must hear of that.
        if (item === undefined) throw reason;
        await this.store.progress(tx, operation.id, {
          cursor: item,
          looked: 1,
          failure: { item, ...reasonOf(reason) },
        });
      });
    }
  }

  private async single(tenant: string, id: string, work: BulkWork): Promise<unknown> {
    for (let tries = 1; ; tries += 1) {
      try {
        await this.unitOfWork.withActor(engineActor(tenant), async (tx) => {
          const held = await this.store.hold(tx, id);
          if (held) await this.piece(tx, held, work, 1);
        });
        return undefined;
      } catch (failure) {
        if (failure instanceof AppException || tries === TRIES) return failure;
      }
    }
  }

  private async piece(tx: Tx, held: HeldOperation, work: BulkWork, limit: number): Promise<void> {
    const { operation } = held;
    const counted: BulkProgress = operation.total === undefined ? { total: await work.count(tx, held) } : {};
    const items = await work.items(tx, held, limit);
    const last = items.at(-1);
    if (last === undefined) {
      await this.store.progress(tx, operation.id, counted);
      return this.store.end(tx, operation.id, await work.finish(tx, held));
    }
    const changed = await work.apply(tx, held, items);
    await this.store.progress(tx, operation.id, {
      ...counted,
      cursor: last,
      looked: items.length,
      changed,
    });
  }
}

const reasonOf = (
  failure: unknown,
): { readonly code: string; readonly message: string; readonly details?: JsonObject } => {
  if (!(failure instanceof AppException))
    return { code: 'BULK.FAILED', message: failure instanceof Error ? failure.message : String(failure) };
  const { code, message, details } = failure.error;
  return { code, message, ...(details === undefined ? {} : { details: details as JsonObject }) };
};
