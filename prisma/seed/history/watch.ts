import type { Client } from 'pg';
import type { Draft } from './joint-office.js';

export interface OpenTask {
  readonly id: string;
  readonly node: string;
  readonly officeId: string;
  readonly createdAt: string;
  /** Absent where no clock runs. */
  readonly dueAt: string | undefined;
}

/** A case as the people of a history see it: what is open, who is waited for, what falls due next. */
export interface SeenCase {
  readonly id: string;
  readonly definition: string;
  readonly institutionId: string;
  /** Where its tokens stand. */
  readonly nodes: readonly string[];
  readonly tasks: readonly OpenTask[];
  readonly nextDue: string | undefined;
}

export interface FreshDelivery {
  readonly id: string;
  readonly kind: 'event' | 'effect' | 'job';
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

interface CaseRow extends Omit<SeenCase, 'tasks' | 'nextDue'> {
  readonly tasks: readonly (Omit<OpenTask, 'dueAt'> & { readonly dueAt: string | null })[];
  readonly nextDue: Date | null;
}

const iso = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Looks at what the product wrote, inside the history's transaction. */
export class Watch {
  private constructor(
    private readonly client: Client,
    private handedOver: Date,
    private lastSeq: string,
  ) {}

  /** What was put out before the history is none of its business. */
  static async from(client: Client): Promise<Watch> {
    const { rows } = await client.query<{ now: Date; seq: string }>(
      'SELECT clock_timestamp() AS now, COALESCE(max(seq), 0) AS seq FROM outbox',
    );
    const [row] = rows;
    if (row === undefined) throw new Error('an aggregate always has a row');
    return new Watch(client, row.now, row.seq);
  }

  async cases(ids: readonly string[]): Promise<readonly SeenCase[]> {
    const { rows } = await this.client.query<CaseRow>({
      name: 'history-cases',
      text: `SELECT c.id, c.definition_key AS definition, case_data(c.id) ->> 'institutionId' AS "institutionId",
          COALESCE((SELECT jsonb_agg(t ->> 'node') FROM jsonb_array_elements(c.state -> 'tokens') t), '[]') AS nodes,
          COALESCE((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'node', t.node, 'officeId', t.office_id,
              'createdAt', ${iso('t.created_at')}, 'dueAt', CASE WHEN t.due_at < 'infinity' THEN ${iso('t.due_at')} END)
              ORDER BY t.node)
            FROM task t WHERE t.case_id = c.id AND t.status = 'open'), '[]') AS tasks,
          (SELECT min(d.at) FROM due d WHERE d.case_id = c.id AND d.state = 'pending') AS "nextDue"
        FROM case_file c WHERE c.id = ANY ($1::uuid[])`,
      values: [ids],
    });
    return rows.map(({ tasks, nextDue, ...row }) => ({
      ...row,
      tasks: tasks.map(({ dueAt, ...task }) => ({ ...task, dueAt: dueAt ?? undefined })),
      nextDue: nextDue?.toISOString(),
    }));
  }

  /** The task as it lies on the desk now, or nothing where it is closed. */
  async openTask(id: string): Promise<{ version: number; assignee: string | null } | undefined> {
    const { rows } = await this.client.query<{ version: number; assignee: string | null }>({
      name: 'history-task',
      text: `SELECT version, assignee FROM task WHERE id = $1 AND status = 'open'`,
      values: [id],
    });
    return rows[0];
  }

  /** What a rung drafted and nobody has issued. */
  async drafts(clockId: string, level: string): Promise<readonly Draft[]> {
    const { rows } = await this.client.query<Draft>({
      name: 'history-drafts',
      text: `SELECT id, kind, issuing_office AS "issuingOffice", office_id AS "addressedOffice", via_convenor AS "viaConvenor"
        FROM supervision_order WHERE clock_id = $1 AND level = $2 AND state = 'drafted' ORDER BY kind`,
      values: [clockId, level],
    });
    return rows;
  }

  async stateOfOrder(id: string): Promise<string | undefined> {
    const { rows } = await this.client.query<{ state: string }>({
      name: 'history-order',
      text: 'SELECT state FROM supervision_order WHERE id = $1',
      values: [id],
    });
    return rows[0]?.state;
  }

  /** Rows of the outbox that were written since the last look. */
  async deliveries(): Promise<readonly FreshDelivery[]> {
    const { rows } = await this.client.query<FreshDelivery & { seq: string; since: Date }>({
      name: 'history-deliveries',
      text: `SELECT id, kind, topic, payload, seq, hand_over_at AS since FROM outbox
        WHERE done_at IS NULL AND hand_over_at >= $1 AND seq > $2 ORDER BY hand_over_at, seq`,
      values: [this.handedOver, this.lastSeq],
    });
    const last = rows.at(-1);
    if (last !== undefined) [this.handedOver, this.lastSeq] = [last.since, last.seq];
    return rows;
  }

  async close(deliveryId: string): Promise<void> {
    await this.client.query({
      name: 'history-close',
      text: 'UPDATE outbox SET done_at = clock_timestamp() WHERE id = $1',
      values: [deliveryId],
    });
  }
}
