import type { Client } from 'pg';

/** Milliseconds since 1970. */
type Instant = number;

/** A completed task as trail and court say it: when it ended, and who had it meanwhile. */
export interface DoneWork {
  readonly taskId: string;
  readonly process: string;
  /** From the audit row of the completion. */
  readonly closedAt: Instant;
  readonly tiles: readonly {
    readonly office: string;
    readonly district: string;
    readonly kind: string;
    readonly from: Instant;
    readonly to: Instant;
  }[];
  /** The limit that the task stood under: its step's own, else that of the activity around it; at most one. */
  readonly limits: readonly Limit[];
}

/** How it is counted, and what the product says about it. */
export interface Limit {
  readonly startedAt: Instant;
  readonly days: number;
  /** Stopped for a supplement (补正) before this task was done: then the day that the product keeps is taken as it is. */
  readonly wasStopped: boolean;
  readonly dueAt: Instant;
  /** When it was met, or stopped by this very task; null while it runs. */
  readonly endedAt: Instant | null;
}

const MS = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`;

/** A stop that the task itself caused, or a later one, moves the limit of who comes next, not its own. */
const DONE = `SELECT t.id AS "taskId", t.definition_key AS process, ${MS('a.at')} AS "closedAt",
  (SELECT COALESCE(jsonb_agg(jsonb_build_object('office', i.office_id, 'district', COALESCE(o.district, t.district),
      'kind', i.holder_kind, 'from', ${MS('i.from_at')}, 'to', ${MS('i.to_at')})), '[]')
    FROM court_interval i LEFT JOIN office o ON o.id = i.office_id
    WHERE i.case_id = t.case_id AND split_part(i.obligation, '/', 1) = t.token AND i.office_id IS NOT NULL) AS tiles,
  (SELECT COALESCE(jsonb_agg(jsonb_build_object('startedAt', ${MS('k.started_at')},
      'days', (d.plan #>> ARRAY['clocks', k.definition, 'duration', 'amount'])::int,
      'wasStopped', COALESCE(k.stopped_at < a.at, false),
      'dueAt', CASE WHEN k.stopped_at >= a.at THEN ${MS('t.due_at')} ELSE ${MS('k.due_at')} END,
      'endedAt', CASE WHEN k.stopped_at >= a.at THEN ${MS('k.stopped_at')} ELSE ${MS('k.met_at')} END)), '[]')
    FROM (SELECT k.*, (SELECT min(e.at) FROM clock_entry e WHERE e.clock_id = k.id AND e.entry ->> 'kind' = 'stopped') AS stopped_at,
        (SELECT max(e.at) FROM clock_entry e WHERE e.clock_id = k.id AND e.entry ->> 'kind' = 'met') AS met_at
      FROM clock k
      WHERE k.case_id = t.case_id AND k.started_at <= a.at AND k.definition = COALESCE(
        d.plan #>> ARRAY['nodes', t.node, 'clocks', '0'],
        d.plan #>> ARRAY['nodes', d.plan #>> ARRAY['nodes', t.node, 'parent'], 'clocks', '0'])
      ORDER BY k.started_at DESC LIMIT 1) k) AS limits
  FROM audit a JOIN task t ON t.id = a.object_id::uuid JOIN case_file c ON c.id = t.case_id
    JOIN process_definition d ON d.id = c.definition_id
  WHERE a.act = 'task.completed' AND a.object_kind = 'task' AND t.status = 'completed'`;

export async function readDoneWork(client: Client): Promise<readonly DoneWork[]> {
  const { rows } = await client.query<DoneWork>(DONE);
  return rows;
}
