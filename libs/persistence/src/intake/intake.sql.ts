/** One statement: the event, the job that will route it, the audit row. Nothing where (source, id) is known. */
export const acceptEvent = `
  WITH it AS (
    INSERT INTO inbound_event (source, id, tenant, type, subject, district, body_hash, body, received_at, state)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, business_now(), 'accepted')
    ON CONFLICT (source, id) DO NOTHING
    RETURNING source, id, tenant, type, received_at
  ), job AS (
    INSERT INTO outbox (id, tenant, kind, topic, payload)
    SELECT uuidv7(), tenant, 'job', 'route-inbound', jsonb_build_object('source', source, 'id', id) FROM it
  )
  INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id, address, correlation_id, after)
  SELECT uuidv7(), tenant, received_at, 'event.received', $9, $10, $11, 'event', source || ' ' || id, $12, $13,
         jsonb_build_object('type', type) FROM it`;

/** Old refusals go as new ones come: thirty days, a hundred at a time. */
export const refuseEvent = `
  WITH old AS (
    DELETE FROM inbound_refusal WHERE id IN (
      SELECT id FROM inbound_refusal WHERE tenant = $1 AND received_at < business_now() - interval '30 days' LIMIT 100)
  )
  INSERT INTO inbound_refusal (id, tenant, source, event_id, type, code, detail, body_hash, received_at)
  VALUES (uuidv7(), $1, $2, $3, $4, $5, $6, $7, business_now())`;

const deskAudit = (act: string, ground: string): string => `
  INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id, address, correlation_id, ground)
  SELECT uuidv7(), $1, business_now(), '${act}', $4, $5, $6, 'event', source || ' ' || id, $7, $8, ${ground} FROM it`;

export const routeAgain = `
  WITH it AS (
    UPDATE inbound_event SET state = 'accepted', reason = NULL, settled_at = NULL
     WHERE tenant = $1 AND source = $2 AND id = $3 AND state = 'unmatched' RETURNING source, id, tenant
  ), job AS (
    INSERT INTO outbox (id, tenant, kind, topic, payload)
    SELECT uuidv7(), tenant, 'job', 'route-inbound', jsonb_build_object('source', source, 'id', id) FROM it
  ) ${deskAudit('event.replayed', 'NULL')}`;

export const ignoreEvent = `
  WITH it AS (
    UPDATE inbound_event SET state = 'ignored', reason = $9, settled_at = business_now()
     WHERE tenant = $1 AND source = $2 AND id = $3 AND state = 'unmatched' RETURNING source, id
  ) ${deskAudit('event.ignored', '$9')}`;

const eventColumns = `
  e.source, e.id, e.type, s.schema->>'title' AS type_name, s.schema->>'x-title-en' AS type_name_en, e.subject,
  e.received_at, e.received_at::text AS received_text, e.state, e.reason, e.matches, e.body`;
const eventTables = `inbound_event e LEFT JOIN event_schema s ON s.tenant = e.tenant AND s.type = e.type`;

export const findEvent = `
  SELECT ${eventColumns} FROM ${eventTables} WHERE e.tenant = $1 AND e.source = $2 AND e.id = $3`;

export const listEvents = `
  SELECT ${eventColumns} FROM ${eventTables}
   WHERE e.tenant = $1 AND ($2::text IS NULL OR e.state = $2)
     AND ($3::timestamptz IS NULL OR (e.received_at, e.source || ' ' || e.id) < ($3::timestamptz, $4::text))
   ORDER BY e.received_at DESC, e.source || ' ' || e.id DESC LIMIT $5`;

export const listRefusals = `
  SELECT id, source, event_id, type, code, detail, received_at, received_at::text AS received_text
    FROM inbound_refusal
   WHERE tenant = $1 AND ($2::timestamptz IS NULL OR (received_at, id::text) < ($2::timestamptz, $3::text))
   ORDER BY received_at DESC, id::text DESC LIMIT $4`;
