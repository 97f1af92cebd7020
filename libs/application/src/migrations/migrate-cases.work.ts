import type { Actor } from '@lianban/domain';
import { AppException } from '@lianban/kernel';
import { Injectable } from '@nestjs/common';
import { type BulkOperation, type BulkPiece, BulkWork } from '../bulk/index.js';
import { CaseTransition } from '../cases/index.js';
import { CaseReader } from '../casework/case-reader.port.js';
import type { Tx } from '../transaction/index.js';
import { MigrationStore } from './migration-store.port.js';
import { MIGRATE_CASES, readPlan } from './plan-parameters.js';

/**
 * Moves the open cases of a version to another one, in the order of their ids: a case that has been moved is not one of
 * the old version any more, and one that was refused stays behind the cursor.
 */
@Injectable()
export class MigrateCases extends BulkWork {
  readonly kind = MIGRATE_CASES;
  /** Each is locked, read, counted anew and written: about 10 ms. */
  readonly piece = 20;

  constructor(
    private readonly transition: CaseTransition,
    private readonly reader: CaseReader,
    private readonly store: MigrationStore,
  ) {
    super();
  }

  count(tx: Tx, { operation: { tenant, parameters } }: BulkPiece): Promise<number> {
    return this.store.countOpen(tx, tenant, readPlan(parameters).from);
  }

  async items(tx: Tx, { operation }: BulkPiece, limit: number): Promise<readonly string[]> {
    const { tenant, parameters, cursor } = operation;
    const rows = await this.reader.openOfDefinition(tx, tenant, readPlan(parameters).from, limit, cursor);
    return rows.map(({ id }) => id);
  }

  async apply(tx: Tx, { operation }: BulkPiece, items: readonly string[]): Promise<number> {
    const { id, tenant, parameters, reason } = operation;
    const { definitionId, mapping } = readPlan(parameters);
    const [actor, stimulusId, act] = [whoOrdered(operation), `migrate:${id}`, { reason }];
    for (const caseId of items) {
      const moved = await this.transition.migrate(tx, {
        caseId,
        stimulusId,
        definitionId,
        mapping,
        actor,
        act,
      });
      if (!moved.ok) throw new AppException(moved.error);
    }
    this.store.noteMoved(tx, tenant, id, items);
    return items.length;
  }
}

/** The trail of each case names who ordered it, not the process that carried it out. */
const whoOrdered = ({ tenant, id, startedBy }: BulkOperation): Actor => ({
  tenant,
  kind: 'person',
  id: startedBy.id,
  name: startedBy.name,
  roles: [],
  officeIds: [],
  correlationId: id,
});
