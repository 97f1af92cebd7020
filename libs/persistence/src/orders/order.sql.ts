/** An office of the order `o` by the column that names it. */
const NAMED = (alias: string, id: string): string =>
  `jsonb_build_object('id', ${id}, 'name', jsonb_build_object('zh', COALESCE(${alias}.name_zh, ${id}), 'en', COALESCE(${alias}.name_en, ${id})))`;

/** Instants travel as ISO text in UTC, to the millisecond. */
export const ISO = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const ORDER_ROW = `'id', o.id, 'kind', o.kind, 'state', o.state, 'stateSince', ${ISO('o.state_since')}, 'subject', o.subject,
  'case', jsonb_build_object('id', c.id, 'no', c.case_no, 'title', c.title),
  'issuingOffice', ${NAMED('i', 'o.issuing_office')}, 'office', ${NAMED('a', 'o.office_id')}, 'viaConvenor', o.via_convenor,
  'level', o.level, 'number', o.number, 'dueAt', ${ISO('o.due_at')}, 'overdueAt', ${ISO('o.overdue_at')}`;

export const ORDER_FROM = `supervision_order o JOIN case_file c ON c.id = o.case_id
  LEFT JOIN office i ON i.id = o.issuing_office LEFT JOIN office a ON a.id = o.office_id`;

export const AGENDA_ROW = `'id', g.id, 'meeting', g.meeting, 'session', g.session, 'office', ${NAMED('i', 'g.office_id')},
  'lateOffice', ${NAMED('a', 'g.late_office')}, 'case', jsonb_build_object('id', c.id, 'no', c.case_no, 'title', c.title),
  'level', g.level, 'subject', g.subject, 'raisedAt', ${ISO('g.raised_at')}`;

/** A row of the trail: acts on `x` (id, tenant, case_id, office) by the actor in $2–$6. */
export const trail = (act: string, object: string, ground: string, after: string): string => `
  INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, address, correlation_id, office_id, case_id, object_kind, object_id, ground, after)
  SELECT gen_random_uuid(), x.tenant, business_now(), ${act}, $2, $3, $4, $5, $6, x.office, x.case_id, '${object}', x.id::text,
    ${ground}, ${after} FROM x`;
