import { type InboxFilter, InboxReader, type Tx } from '@lianban/application';
import type { InboxCounts, TaskRow } from '@lianban/contracts';
import { Injectable } from '@nestjs/common';
import { type TaskRecord, toTaskRow } from '../tasks/task-row.js';
import { clientOf } from '../transaction/pg-unit-of-work.js';
import { COUNT_INBOX, inboxStatement } from './inbox.sql.js';

@Injectable()
export class PgInboxReader extends InboxReader {
  async list(
    tx: Tx,
    tenant: string,
    filter: InboxFilter,
  ): Promise<{ now: string; rows: readonly TaskRow[] }> {
    const { rows } = await clientOf(tx).query<
      { now: Date } & { [K in keyof TaskRecord]: TaskRecord[K] | null }
    >(inboxStatement(tenant, filter));
    return {
      now: (rows[0]?.now ?? new Date()).toISOString(),
      rows: rows.flatMap((row) => (row.id === null ? [] : toTaskRow(row as TaskRecord))),
    };
  }

  async count(tx: Tx, userId: string, officeIds: readonly string[]): Promise<InboxCounts> {
    const { rows } = await clientOf(tx).query<InboxCounts>({
      name: 'count-inbox',
      text: COUNT_INBOX,
      values: [officeIds, userId],
    });
    return rows[0] ?? { office: 0, mine: 0, overdue: 0, dueSoon: 0 };
  }
}
