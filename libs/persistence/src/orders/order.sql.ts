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

const JOINED = `JOIN case_file c ON c.id = o.case_id
  LEFT JOIN office i ON i.id = o.issuing_office LEFT JOIN office a ON a.id = o.office_id`;

export const ORDER_FROM = `supervision_order o ${JOINED}`;

export const AGENDA_ROW = `'id', g.id, 'meeting', g.meeting, 'session', g.session, 'office', ${NAMED('i', 'g.office_id')},
  'lateOffice', ${NAMED('a', 'g.late_office')}, 'case', jsonb_build_object('id', c.id, 'no', c.case_no, 'title', c.title),
  'level', g.level, 'subject', g.subject, 'raisedAt', ${ISO('g.raised_at')},
  'endedAt', (SELECT ${ISO('k.closed_at')} FROM clock k WHERE k.id = g.clock_id)`;

/** A row of the trail: acts on `x` (id, tenant, case_id, office) by the actor in $2–$6. */
export const trail = (act: string, object: string, ground: string, after: string): string => `
  INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, address, correlation_id, office_id, case_id, object_kind, object_id, ground, after)
  SELECT uuidv7(), x.tenant, business_now(), ${act}, $2, $3, $4, $5, $6, x.office, x.case_id, '${object}', x.id::text,
    ${ground}, ${after} FROM x`;

/** Why the engine withdrew a draft; the order page words it for the reader. */
export const OBLIGATION_ENDED = `jsonb_build_object('because', 'obligation-ended')`;

/** Orders of the states in $2, each state read in the order of its index: $3 offices, $4 case, after $5 and $6. */
export const listOrders = ({
  officeIds,
  caseId,
}: {
  readonly officeIds?: unknown;
  readonly caseId?: unknown;
}): string => `
  SELECT jsonb_strip_nulls(jsonb_build_object(${ORDER_ROW})) AS found
  FROM (SELECT one.* FROM unnest($2::text[]) AS of_state,
      unnest(${officeIds === undefined ? 'ARRAY[NULL::text]' : '$3::text[]'}) AS of_office,
      LATERAL (SELECT p.* FROM supervision_order p WHERE p.tenant = $1 AND p.state = of_state
          ${officeIds === undefined ? '' : 'AND p.office_id = of_office'}
          ${caseId === undefined ? 'AND $4::uuid IS NULL' : 'AND p.case_id = $4'}
          AND ($5::timestamptz IS NULL OR (p.state_since, p.id) > ($5, $6::uuid))
        ORDER BY p.state_since, p.id LIMIT $7) one) o ${JOINED}
  WHERE $3::text[] IS NULL OR o.office_id = ANY($3)
  ORDER BY o.state_since, o.id LIMIT $7`;

/** How many there are of each state in $2, up to a thousand. */
export const countOrders = (ofOffices: boolean): string => `
  SELECT of_state AS state, (SELECT count(*)::integer FROM (SELECT FROM supervision_order o
      WHERE o.tenant = $1 AND o.state = of_state ${ofOffices ? 'AND o.office_id = ANY($3)' : 'AND $3::text[] IS NULL'}
      LIMIT 1000) capped) AS count
  FROM unnest($2::text[]) AS of_state`;
