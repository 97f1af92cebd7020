import type { CaseChanges, NewCase } from '@lianban/application';
import { type Part, rowsOf, some } from './apply-part.js';
import { FALLEN_DRAFT_PARTS } from './fallen-draft-parts.js';
import { HAND_OVER_PARTS, MIGRATION_PARTS, SIGNAL_PARTS, SUSPENSION_PARTS } from './office-pattern-parts.js';

interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

const PARTS: readonly Part[] = [
  {
    key: 'open',
    applies: (_changes, newCase) => newCase !== undefined,
    sql: `INSERT INTO case_file (id, tenant, case_no, definition_id, definition_key, business_key, district, title, state,
        status, outcome, opened_at, ended_at, last_at, caused_by, parent_case)
      SELECT p.id, p.tenant, n.* FROM p, LATERAL (
        SELECT r."caseNo", r."definitionId", r."definitionKey", r."businessKey", r.district, r.title, p.j -> 'state',
          p.j ->> 'status', p.j ->> 'outcome', p.now,
          CASE WHEN p.j ->> 'status' = 'ended' THEN p.now END, p.now, r."causedBy", r."parentCase"
        FROM jsonb_to_record(p.j -> 'newCase') AS r("caseNo" text, "definitionId" uuid, "definitionKey" text,
          "businessKey" text, district text, title text, "causedBy" text, "parentCase" uuid)) n`,
  },
  {
    key: 'move',
    applies: (_changes, newCase) => newCase === undefined,
    sql: `UPDATE case_file c SET state = p.j -> 'state', status = p.j ->> 'status',
        outcome = COALESCE(p.j ->> 'outcome', c.outcome), last_at = p.now, version = c.version + 1,
        definition_id = COALESCE((p.j #>> '{migration,definitionId}')::uuid, c.definition_id),
        ended_at = CASE WHEN p.j ->> 'status' = 'ended' THEN p.now END
      FROM p WHERE c.id = p.id`,
  },
  {
    key: 'data',
    applies: some((changes) => Object.keys(changes.data)),
    sql: `INSERT INTO case_datum (case_id, name, tenant, value)
      SELECT p.id, r.key, p.tenant, r.value FROM p, jsonb_each(p.j -> 'data') r
      ON CONFLICT (case_id, name) DO UPDATE SET value = excluded.value`,
  },
  {
    key: 'stimulus',
    applies: () => true,
    sql: `INSERT INTO stimulus (case_id, id, kind, at)
      SELECT p.id, p.j #>> '{stimulus,id}', p.j #>> '{stimulus,kind}', p.now FROM p`,
  },
  {
    key: 'subscriptions',
    applies: (_changes, newCase) => (newCase?.subscriptions.length ?? 0) > 0,
    sql: `INSERT INTO case_subscription (tenant, message, key, case_id)
      SELECT p.tenant, r.message, r.key, p.id
      FROM p, jsonb_to_recordset(p.j #> '{newCase,subscriptions}') AS r(message text, key text)`,
  },
  {
    key: 'unsubscribe',
    applies: (changes, newCase) => changes.status === 'ended' && newCase === undefined,
    sql: `DELETE FROM case_subscription s USING p WHERE s.case_id = p.id`,
  },
  {
    key: 'tasks',
    applies: some((changes) => changes.tasks),
    sql: `INSERT INTO task (id, tenant, case_id, case_no, case_title, definition_key, token, node, step_no, name_zh, name_en,
        office_id, department, district, role, status, created_at, due_at, mark, routed_by, assignee, claimed_at, instance,
        returned)
      SELECT r.id, p.tenant, p.id, r."caseNo", r."caseTitle", r."definitionKey", r.token, r.node, r."stepNo", r."nameZh",
        r."nameEn", r."officeId", r.department, r.district, r.role, 'open', p.now, r."dueAt", r.mark, r."routedBy",
        r.assignee, CASE WHEN r.assignee IS NOT NULL THEN p.now END, r.instance, r.returned
      FROM p, ${rowsOf('tasks', 'id uuid, "caseNo" text, "caseTitle" text, "definitionKey" text, token text, node text, "stepNo" text, "nameZh" text, "nameEn" text, "officeId" text, department text, district text, role text, "dueAt" timestamptz, mark text, "routedBy" jsonb, assignee uuid, instance jsonb, returned jsonb')}`,
  },
  {
    key: 'close-tasks',
    applies: some((changes) => changes.closedTasks),
    sql: `UPDATE task t SET status = r.status, outcome = r.outcome, closed_at = p.now, closed_by = r."closedBy",
        form = r.form, version = t.version + 1
      FROM p, ${rowsOf('closedTasks', 'token text, status text, outcome text, "closedBy" uuid, form jsonb')}
      WHERE t.case_id = p.id AND t.token = r.token`,
  },
  {
    key: 'change-tasks',
    applies: some((changes) => changes.taskChanges),
    sql: `UPDATE task t SET due_at = COALESCE(r."dueAt", t.due_at), mark = COALESCE(r.mark, t.mark),
        node = COALESCE(r.step ->> 'node', t.node), name_zh = COALESCE(r.step ->> 'nameZh', t.name_zh),
        name_en = COALESCE(r.step ->> 'nameEn', t.name_en),
        step_no = CASE WHEN r.step IS NULL THEN t.step_no ELSE r.step ->> 'stepNo' END
      FROM p, ${rowsOf('taskChanges', 'token text, "dueAt" timestamptz, mark text, step jsonb')}
      WHERE t.case_id = p.id AND t.token = r.token AND t.status = 'open'`,
  },
  {
    key: 'clocks',
    applies: some((changes) => changes.clocks),
    sql: `INSERT INTO clock (id, tenant, case_id, definition, node, name_zh, name_en, scope, kind, basis, ladder, state,
        started_at, due_at, provisional, stopped_since, closed_at, breached_at, retired_at)
      SELECT r.id, p.tenant, p.id, r.definition, r.node, r."nameZh", r."nameEn", r.scope, r.kind, r.basis, r.ladder, r.state,
        r."startedAt", r."dueAt", r.provisional, r."stoppedSince", r."closedAt", r."breachedAt", CASE WHEN r.retired THEN p.now END
      FROM p, ${rowsOf('clocks', 'id uuid, definition text, node text, "nameZh" text, "nameEn" text, scope text, kind text, basis text, ladder text, state text, "startedAt" timestamptz, "dueAt" timestamptz, provisional boolean, "stoppedSince" timestamptz, "closedAt" timestamptz, "breachedAt" timestamptz, retired boolean')}
      ON CONFLICT (id) DO UPDATE SET state = excluded.state, due_at = excluded.due_at,
        provisional = excluded.provisional, stopped_since = excluded.stopped_since, closed_at = excluded.closed_at,
        breached_at = excluded.breached_at, retired_at = excluded.retired_at, node = excluded.node, name_zh = excluded.name_zh, name_en = excluded.name_en,
        kind = excluded.kind, basis = excluded.basis, ladder = excluded.ladder`,
  },
  {
    key: 'entries',
    applies: some((changes) => changes.clockEntries),
    sql: `INSERT INTO clock_entry (clock_id, seq, tenant, case_id, at, entry)
      SELECT r."clockId", r.seq, p.tenant, p.id, r.at, r.entry
      FROM p, ${rowsOf('clockEntries', '"clockId" uuid, seq integer, at timestamptz, entry jsonb')}`,
  },
  {
    key: 'accountability',
    applies: some((changes) => changes.accountability),
    sql: `INSERT INTO accountability_entry (id, tenant, case_id, clock_id, level, ladder, kind, basis, office_id, district, due_at, entered_at)
      SELECT r.id, p.tenant, p.id, r."clockId", r.level, r.ladder, r.kind, r.basis, r."officeId", c.district, r."dueAt", p.now
      FROM p JOIN case_file c ON c.id = p.id, ${rowsOf('accountability', 'id uuid, "clockId" uuid, level text, ladder text, kind text, basis text, "officeId" text, "dueAt" timestamptz')}
      ON CONFLICT DO NOTHING`,
  },
  {
    key: 'due-gone',
    applies: some((changes) => changes.dueGone),
    sql: `DELETE FROM due d USING p WHERE d.case_id = p.id AND d.state IN ('pending', 'held')
      AND d.ref IN (SELECT jsonb_array_elements_text(p.j -> 'dueGone'))`,
  },
  {
    key: 'due',
    applies: some((changes) => changes.due),
    sql: `INSERT INTO due (id, tenant, case_id, kind, at, ref, clock_id, payload, state)
      SELECT r.id, p.tenant, p.id, r.kind, r.at, r.ref, r."clockId", r.payload, CASE WHEN r.held THEN 'held' ELSE 'pending' END
      FROM p, ${rowsOf('due', 'id uuid, kind text, at timestamptz, ref text, "clockId" uuid, payload jsonb, held boolean')}`,
  },
  {
    key: 'audits',
    applies: some((changes) => changes.audits),
    sql: `INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, on_behalf_of, office_id, case_id, object_kind, object_id,
        ground, address, correlation_id, plan_hash, before, after)
      SELECT r.id, p.tenant, p.now, r.act, r."actorKind", r."actorId", r."actorName", r."onBehalfOf", r."officeId", p.id, r."objectKind",
        r."objectId", r.ground, r.address, r."correlationId", r."planHash", r.before, r.after
      FROM p, ${rowsOf('audits', 'id uuid, act text, "actorKind" text, "actorId" text, "actorName" text, "onBehalfOf" text, "officeId" text, "objectKind" text, "objectId" text, ground text, address text, "correlationId" text, "planHash" text, before jsonb, after jsonb')}`,
  },
  {
    key: 'court-close',
    applies: some((changes) => changes.courtCloses),
    sql: `UPDATE court_interval i SET to_at = greatest(p.now, i.from_at) FROM p
      WHERE i.case_id = p.id AND i.to_at = 'infinity'
        -- With the time of an office that its task is disputed with.
        AND split_part(i.obligation, '/', 1) IN (SELECT jsonb_array_elements_text(p.j -> 'courtCloses'))`,
  },
  {
    key: 'court-open',
    applies: some((changes) => changes.courtOpens),
    sql: `INSERT INTO court_interval (case_id, obligation, seq, tenant, node, holder_kind, holder_id, office_id, from_at)
      SELECT p.id, r.obligation, r.seq, p.tenant, r.node, r."holderKind", r."holderId", r."officeId", p.now
      FROM p, ${rowsOf('courtOpens', 'obligation text, seq integer, node text, "holderKind" text, "holderId" text, "officeId" text')}
      -- A service that is asked again after a refusal has held the step all the time.
      ON CONFLICT DO NOTHING`,
  },
  {
    key: 'effects',
    applies: some((changes) => changes.effects),
    sql: `INSERT INTO effect (id, tenant, case_id, token, node, operation, input, state, created_at)
      SELECT r.id, p.tenant, p.id, r.token, r.node, r.operation, r.input, 'open', p.now
      FROM p, ${rowsOf('effects', 'id uuid, token text, node text, operation text, input jsonb')}`,
  },
  {
    key: 'effects-cancelled',
    applies: some((changes) => changes.effectsCancelled),
    sql: `UPDATE effect e SET state = 'cancelled', settled_at = p.now FROM p
      WHERE e.case_id = p.id AND e.state IN ('open', 'held', 'incident')
        AND e.token IN (SELECT jsonb_array_elements_text(p.j -> 'effectsCancelled'))`,
  },
  {
    // Before the new ones: what this step found wrong stays for a person.
    key: 'incidents-overtaken',
    applies: some((changes) => changes.incidentsOvertaken),
    sql: `UPDATE incident i SET resolved_at = p.now, resolved_by = 'engine', resolution = 'overtaken' FROM p
      WHERE i.case_id = p.id AND i.resolved_at IS NULL
        AND i.token IN (SELECT jsonb_array_elements_text(p.j -> 'incidentsOvertaken'))`,
  },
  {
    key: 'incidents',
    applies: some((changes) => changes.incidents),
    sql: `INSERT INTO incident (id, tenant, case_id, node, token, code, message, opened_at)
      SELECT r.id, p.tenant, p.id, r.node, r.token, r.code, r.message, p.now
      FROM p, ${rowsOf('incidents', 'id uuid, node text, token text, code text, message text')}`,
  },
  {
    key: 'outbox',
    applies: some((changes) => changes.outbox),
    sql: `INSERT INTO outbox (id, tenant, kind, topic, case_id, payload)
      SELECT r.id, p.tenant, r.kind, r.topic, p.id, r.payload
      FROM p, ${rowsOf('outbox', 'id uuid, kind text, topic text, payload jsonb')}`,
  },
  ...FALLEN_DRAFT_PARTS,
  ...SIGNAL_PARTS,
  ...SUSPENSION_PARTS,
  ...HAND_OVER_PARTS,
  ...MIGRATION_PARTS,
];

const texts = new Map<string, { readonly name: string; readonly text: string }>();

/**
 * One statement for all that a transition writes. Only the parts that have rows take part; each combination is a
 * prepared statement of its own, and a process meets few of them.
 */
export const applyStatement = (changes: CaseChanges, newCase?: NewCase): Statement => {
  const parts = PARTS.filter((part) => part.applies(changes, newCase));
  const shape = parts.map(({ key }) => key).join(' ');
  let known = texts.get(shape);
  if (!known) {
    // A foreign key is checked at the end of the statement, so that a new case and its rows may come together.
    const written = parts.map(({ sql }, index) => `w${index} AS (${sql})`).join(',\n');
    known = {
      name: `apply-${texts.size}`,
      text: `WITH p AS (SELECT $1::jsonb AS j, $2::uuid AS id, $3::text AS tenant, $4::timestamptz AS now),\n${written}\nSELECT 1`,
    };
    texts.set(shape, known);
  }
  const { caseId, tenant, now, ...rest } = changes;
  return { ...known, values: [JSON.stringify({ ...rest, newCase }), caseId, tenant, now] };
};
