import { nameHolds } from '../cases/name-holds.js';

/** JSON of a clock `k` with its ledger, its schedule and its firings: the shape of ClockRecord. */
const CLOCK = `jsonb_build_object('id', k.id, 'definition', k.definition, 'node', k.node,
  'name', jsonb_build_object('zh', k.name_zh, 'en', k.name_en), 'scope', k.scope, 'kind', k.kind, 'basis', k.basis,
  'ladder', k.ladder,
  'ledger', (SELECT jsonb_agg(e.entry ORDER BY e.seq) FROM clock_entry e WHERE e.clock_id = k.id),
  'schedule', COALESCE((SELECT d.payload -> 'schedule' FROM due d WHERE d.clock_id = k.id AND d.state IN ('pending', 'held') LIMIT 1), '[]'),
  'firings', COALESCE((SELECT jsonb_agg(jsonb_build_object('level', f.level, 'firedAt', f.fired_at, 'fired', f.fired, 'why', f.why,
    'action', f.action, 'told', f.told, 'conclusion', n.reason) ORDER BY f.fired_at)
    FROM ladder_firing f LEFT JOIN fact_conclusion n ON n.id = f.conclusion_id WHERE f.clock_id = k.id), '[]'))`;

/** Name of a person or an office, in both languages. */
const PERSON = (alias: string): string =>
  `jsonb_build_object('zh', ${alias}.name_zh, 'en', ${alias}.name_en)`;

/** In whose name the act `a` was done: the trail keeps the name they had; the other language is that of the absence. */
const ABSENT = `COALESCE((SELECT ${PERSON('u')} FROM absence b JOIN app_user u ON u.id = b.user_id
          WHERE b.stand_in::text = a.actor_id AND u.name_zh = a.on_behalf_of LIMIT 1),
          jsonb_build_object('zh', a.on_behalf_of, 'en', a.on_behalf_of))`;

/** The batch of the trail that the act `a` stands in: the first that reaches so far. */
const SEALED_IN = `(SELECT b.no FROM audit_batch b WHERE (b.last_xid, b.last_id) >= (a.xid, a.id)
          ORDER BY b.last_xid, b.last_id LIMIT 1)`;

/** Who completed the task `t`. */
export const CLOSED_BY = `(SELECT ${PERSON('closer')} FROM app_user closer WHERE closer.id = t.closed_by) AS "closedBy"`;

export const TASK_OF_CASE = `SELECT t.node, t.role, c.definition_id AS "definitionId", t.definition_key AS "definitionKey", c.district,
    t.routed_by AS "routedBy", business_now() AS now, t.form AS submitted,
    (SELECT data FROM task_draft d WHERE d.task_id = t.id AND d.user_id = $3) AS draft,
    COALESCE((SELECT d.value -> 'form' FROM case_datum d WHERE d.case_id = c.id AND d.name = t.node),
      (SELECT b.form FROM task b WHERE b.case_id = c.id AND b.node = t.node AND b.form IS NOT NULL AND t.returned IS NOT NULL
        ORDER BY b.closed_at DESC LIMIT 1)) AS earlier, t.returned,
    (SELECT jsonb_build_object('id', h.id, 'from', ${PERSON('f')}, 'by', ${PERSON('u')}, 'reason', h.reason, 'at', h.handed_at,
        'returnUntil', h.return_until)
      FROM task_handover h JOIN office f ON f.id = h.from_office JOIN app_user u ON u.id = h.handed_by
      WHERE h.task_id = t.id AND t.status = 'open' AND h.to_office = t.office_id AND h.returned_at IS NULL
        AND h.return_until >= business_now() ORDER BY h.handed_at DESC LIMIT 1) AS "handedOver",
    ${CLOSED_BY},
    COALESCE((SELECT jsonb_agg(${CLOCK} ORDER BY k.started_at) FROM clock k WHERE k.case_id = c.id), '[]') AS clocks
  FROM task t JOIN case_file c ON c.id = t.case_id WHERE t.id = $1 AND t.tenant = $2`;

const CASE_ROW = `jsonb_build_object('id', c.id, 'caseNo', c.case_no, 'title', c.title,
  'definition', jsonb_build_object('key', d.key, 'name', jsonb_build_object('zh', d.name_zh, 'en', d.name_en), 'version', d.version),
  'district', c.district, 'status', c.status, 'openedAt', c.opened_at)
  || CASE WHEN c.outcome IS NULL THEN '{}' ELSE jsonb_build_object('outcome', c.outcome) END
  || CASE WHEN c.ended_at IS NULL THEN '{}' ELSE jsonb_build_object('endedAt', c.ended_at) END`;

const INCIDENT = `jsonb_strip_nulls(jsonb_build_object('id', i.id, 'caseId', i.case_id, 'caseNo', c.case_no, 'caseTitle', c.title,
  'node', i.node, 'name', COALESCE((SELECT d.plan -> 'nodes' -> i.node -> 'name'), jsonb_build_object('zh', i.node, 'en', i.node)),
  'code', i.code, 'message', i.message, 'attempts', COALESCE((SELECT attempts FROM effect e WHERE e.id = i.effect_id), 0),
  'openedAt', i.opened_at, 'resolvedAt', i.resolved_at, 'resolution', i.resolution, 'note', i.note,
  'resolvedBy', (SELECT ${PERSON('u')} FROM app_user u WHERE u.id::text = i.resolved_by)))`;

/** A case whole, by one statement: every list in the order people read it. */
export const CASE_FILE = `SELECT ${CASE_ROW} || jsonb_build_object('now', business_now(), 'definitionId', c.definition_id,
    'state', c.state, 'data', case_data(c.id),
    'clocks', COALESCE((SELECT jsonb_agg(${CLOCK} ORDER BY k.started_at, k.definition) FROM clock k WHERE k.case_id = c.id), '[]'),
    'timers', COALESCE((SELECT jsonb_agg(jsonb_build_object('wait', d.ref, 'node', d.payload ->> 'node', 'at', d.at) ORDER BY d.at)
      FROM due d WHERE d.case_id = c.id AND d.kind = 'timer' AND d.state IN ('pending', 'held')), '[]'),
    'suspension', (SELECT jsonb_build_object('since', h.since, 'ground', h.ground, 'reason', h.reason, 'by', ${PERSON('u')})
      FROM suspension h JOIN app_user u ON u.id = h.by_id WHERE h.case_id = c.id AND h.until IS NULL),
    'documents', COALESCE((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'number', o.number,
        'title', jsonb_build_object('zh', o.title_zh, 'en', o.title_en), 'issuedAt', o.issued_at, 'state', o.state) ORDER BY o.issued_at)
      FROM document o WHERE o.case_id = c.id), '[]'),
    'papers', COALESCE((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', o.id, 'documentId', o.document_id,
        'issuingOffice', o.issuing_office, 'addressedOffice', o.office_id, 'state', o.state)))
      FROM supervision_order o WHERE o.case_id = c.id), '[]'),
    'audits', COALESCE((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', a.id, 'batch', ${SEALED_IN}, 'at', a.at, 'act', a.act, 'objectKind', a.object_kind,
        'objectId', a.object_id, 'actorKind', a.actor_kind,
        'actor', COALESCE((SELECT ${PERSON('u')} FROM app_user u WHERE u.id::text = a.actor_id),
          jsonb_build_object('zh', a.actor_name, 'en', CASE a.actor_kind WHEN 'system' THEN 'Workflow engine' ELSE a.actor_name END)),
        'onBehalfOf', CASE WHEN a.on_behalf_of IS NOT NULL THEN ${ABSENT} END,
        'office', (SELECT ${PERSON('f')} FROM office f WHERE f.id = a.office_id), 'ground', a.ground,
        'node', COALESCE(a.after ->> 'node', (SELECT w.node FROM task w WHERE a.object_kind = 'task' AND w.id::text = a.object_id)),
        'about', CASE a.object_kind
          WHEN 'message' THEN (SELECT jsonb_build_object('zh', e.schema ->> 'title', 'en', e.schema ->> 'x-title-en')
            FROM event_schema e WHERE e.tenant = a.tenant AND e.type = a.object_id)
          WHEN 'clock' THEN (SELECT ${PERSON('k')} FROM clock k WHERE k.id::text = a.object_id) END,
        'action', CASE a.object_kind WHEN 'clock' THEN a.after -> 'action' END,
        'told', CASE a.object_kind WHEN 'clock' THEN a.after -> 'told' END,
        'outcome', a.after ->> 'outcome')) ORDER BY a.at, a.id)
      FROM audit a WHERE a.case_id = c.id), '[]'),
    'court', COALESCE((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('obligation', i.obligation, 'node', i.node,
        'kind', i.holder_kind, 'party', COALESCE(i.office_id, i.holder_kind || ' ' || i.holder_id), 'from', i.from_at, 'to', NULLIF(i.to_at, 'infinity'),
        'office', (SELECT ${PERSON('f')} FROM office f WHERE f.id = i.office_id)))
        || jsonb_build_object('holder', COALESCE(CASE i.holder_kind
          WHEN 'office' THEN (SELECT ${PERSON('f')} FROM office f WHERE f.id = i.holder_id)
          WHEN 'person' THEN (SELECT ${PERSON('u')} FROM app_user u WHERE u.id::text = i.holder_id)
          WHEN 'applicant' THEN jsonb_build_object('zh', c.title, 'en', c.title)
          WHEN 'system' THEN jsonb_build_object('zh', '系统', 'en', 'System') END,
          jsonb_build_object('zh', i.holder_id, 'en', i.holder_id))) ORDER BY i.from_at, i.obligation, i.seq)
      FROM court_interval i WHERE i.case_id = c.id), '[]'),
    'incidents', COALESCE((SELECT jsonb_agg(${INCIDENT} ORDER BY i.opened_at) FROM incident i WHERE i.case_id = c.id), '[]'),
    'comments', COALESCE((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', m.id, 'author', ${PERSON('u')},
        'onBehalfOf', (SELECT ${PERSON('b')} FROM app_user b WHERE b.id = m.on_behalf_of),
        'office', (SELECT ${PERSON('f')} FROM office f WHERE f.id = m.office_id), 'body', m.body, 'at', m.created_at)) ORDER BY m.created_at)
      FROM case_comment m JOIN app_user u ON u.id = m.author WHERE m.case_id = c.id), '[]')) AS file
  FROM case_file c JOIN process_definition d ON d.id = c.definition_id WHERE c.id = $1 AND c.tenant = $2`;

/** The newest cases first; a person without oversight sees those in which an office of theirs takes part. */
export const LIST_CASES = `SELECT ${CASE_ROW} AS row FROM case_file c JOIN process_definition d ON d.id = c.definition_id
  WHERE c.tenant = $1
    AND ($2::text IS NULL OR c.case_no LIKE $2 || '%' OR ${nameHolds('c.title', '$2', '$9')})
    AND ($3::text IS NULL OR c.status = $3
      OR ($3 = 'stopped' AND c.status = 'open' AND EXISTS (SELECT FROM clock k WHERE k.case_id = c.id AND k.state = 'stopped')))
    AND ($4::timestamptz IS NULL OR (c.opened_at, c.id) < ($4::timestamptz, $5::uuid))
    AND ($6::text[] IS NULL OR EXISTS (SELECT FROM task t WHERE t.case_id = c.id AND t.office_id = ANY($6)))
    AND ($8::text IS NULL OR c.district = $8)
  ORDER BY c.opened_at DESC, c.id DESC LIMIT $7`;

/** The open cases of one version, by `case_file_open_by_definition`. */
export const OPEN_OF_DEFINITION = `SELECT ${CASE_ROW} AS row FROM case_file c JOIN process_definition d ON d.id = c.definition_id
  WHERE c.tenant = $1 AND c.definition_id = $2 AND c.status = 'open' AND c.id > $3 ORDER BY c.id LIMIT $4`;

export const LIST_DEFINITIONS = `SELECT jsonb_strip_nulls(jsonb_build_object('id', d.id, 'key', d.key, 'version', d.version,
    'name', jsonb_build_object('zh', d.name_zh, 'en', d.name_en), 'complete', d.complete, 'incompleteNote', d.incomplete_note,
    'publishedAt', d.published_at,
    'openCases', (SELECT count(*) FROM case_file c WHERE c.definition_id = d.id AND c.status = 'open'),
    'pack', d.pack,
    'startedBy', COALESCE((SELECT jsonb_agg(jsonb_build_object('type', s.message, 'name', CASE WHEN e.type IS NOT NULL THEN
        jsonb_build_object('zh', e.schema ->> 'title', 'en', COALESCE(e.schema ->> 'x-title-en', e.schema ->> 'title')) END)
        ORDER BY s.message)
      FROM start_subscription s LEFT JOIN event_schema e ON e.tenant = d.tenant AND e.type = s.message
      WHERE s.definition_id = d.id), '[]'))) AS row
  FROM process_definition d WHERE d.tenant = $1 AND (d.current OR EXISTS
    (SELECT FROM case_file c WHERE c.definition_id = d.id AND c.status = 'open')) ORDER BY d.key, d.version DESC`;

export const LIST_INCIDENTS = `SELECT ${INCIDENT} AS row FROM incident i JOIN case_file c ON c.id = i.case_id
    JOIN process_definition d ON d.id = c.definition_id
  WHERE i.tenant = $1 AND (i.resolved_at IS NULL OR i.resolved_at > business_now() - interval '7 days')
  ORDER BY i.resolved_at IS NOT NULL, i.opened_at DESC LIMIT 200`;
