import type { Nursery, TestDatabase } from '@lianban/testing';

/** What a filing leaves behind, without ids and instants: equal for equal stories, whatever happened to the servers. */
export interface Trace {
  readonly outcome: string | null;
  readonly tasks: readonly string[];
  readonly events: readonly string[];
  readonly effects: readonly string[];
  readonly documents: readonly string[];
  readonly clocks: readonly string[];
  readonly completions: number;
  readonly followUps: readonly string[];
}

const TRACE = `SELECT c.outcome,
  ARRAY(SELECT t.node || ' ' || t.status || ' ' || COALESCE(t.outcome, '') FROM task t WHERE t.case_id = c.id ORDER BY 1) AS tasks,
  ARRAY(SELECT o.topic FROM outbox o WHERE o.case_id = c.id AND o.kind = 'event' ORDER BY 1) AS events,
  ARRAY(SELECT e.node || ' ' || e.operation || ' ' || e.state FROM effect e WHERE e.case_id = c.id ORDER BY 1) AS effects,
  ARRAY(SELECT d.kind FROM document d WHERE d.case_id = c.id ORDER BY 1) AS documents,
  ARRAY(SELECT k.definition || ' ' || k.state FROM clock k WHERE k.case_id = c.id ORDER BY 1) AS clocks,
  (SELECT count(*)::int FROM audit a WHERE a.case_id = c.id AND a.act = 'task.completed') AS completions,
  ARRAY(SELECT f.definition_key FROM case_file f WHERE f.parent_case = c.id ORDER BY 1) AS "followUps"
  FROM case_file c WHERE c.business_key = $1 AND c.definition_key = 'institution-filing'`;

/** Throws where the institution has no case or two. */
export const traceOf = async (database: TestDatabase, nursery: Nursery): Promise<Trace> => {
  const traces = await database.query<Trace>(TRACE, [nursery.id]);
  const [trace] = traces;
  if (trace === undefined || traces.length > 1)
    throw new Error(`${nursery.row.name} has ${traces.length} cases`);
  return trace;
};
