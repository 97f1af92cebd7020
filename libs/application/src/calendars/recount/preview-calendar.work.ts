import type { JsonObject } from '@lianban/kernel';
import { Injectable } from '@nestjs/common';
import { type BulkPiece, BulkWork } from '../../bulk/index.js';
import type { Tx } from '../../transaction/index.js';
import { RecountStore } from './recount-store.port.js';
import { Recounting } from './recounting.js';

export const PREVIEW_CALENDAR = 'preview-calendar';

/** What a draft would move: counts every clock it can reach, and keeps the answer; nothing moves. */
@Injectable()
export class PreviewCalendar extends BulkWork {
  readonly kind = PREVIEW_CALENDAR;
  readonly piece = 500;

  constructor(
    private readonly recounting: Recounting,
    private readonly store: RecountStore,
  ) {
    super();
  }

  async count(tx: Tx, at: BulkPiece): Promise<number> {
    const scope = await this.recounting.scope(tx, at);
    return scope ? this.store.count(tx, scope) : 0;
  }

  async items(tx: Tx, at: BulkPiece, limit: number): Promise<readonly string[]> {
    const scope = await this.recounting.scope(tx, at);
    return scope ? this.store.items(tx, scope, limit, at.operation.cursor) : [];
  }

  async apply(tx: Tx, at: BulkPiece, items: readonly string[]): Promise<number> {
    const recounted = await this.recounting.recount(tx, at, await this.store.clocks(tx, items, false));
    const impacts = recounted.flatMap(({ moved, impact }) => (moved.entry ? [impact] : []));
    this.store.note(tx, at.operation.tenant, at.operation.id, impacts);
    return impacts.length;
  }

  override async finish(tx: Tx, { operation }: BulkPiece): Promise<JsonObject> {
    const { offices, ...counts } = await this.store.summary(tx, operation.id);
    return { ...counts, offices: offices.length };
  }
}
