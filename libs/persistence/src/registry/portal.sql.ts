const iso = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The latest filing case, its tokens and instants, and when its timers and the open clocks of its nodes are due. */
export const portalCase = `
  SELECT business_now() AS now, (
    SELECT jsonb_strip_nulls(jsonb_build_object(
             'id', c.id, 'caseNo', c.case_no, 'status', c.status, 'outcome', c.outcome))
           || jsonb_build_object(
             'nodes', coalesce((SELECT jsonb_agg(t->>'node') FROM jsonb_array_elements(c.state->'tokens') t), '[]'),
             'milestones', coalesce(c.state->'milestones', '{}'),
             'data', case_data(c.id),
             'dueByNode', coalesce((SELECT jsonb_object_agg(d.payload->>'node', ${iso('d.at')}) FROM due d
                                     WHERE d.case_id = c.id AND d.state = 'pending' AND d.kind = 'timer' AND d.payload ? 'node'), '{}')
                       || coalesce((SELECT jsonb_object_agg(k.node, ${iso('k.due_at')}) FROM clock k
                                     WHERE k.case_id = c.id AND k.state = 'running' AND k.due_at IS NOT NULL), '{}'))
      FROM case_file c
     WHERE c.tenant = $1 AND c.business_key = $2::text AND c.definition_key = 'institution-filing'
     ORDER BY c.opened_at DESC LIMIT 1) AS found`;

export const filingOf = `
  SELECT jsonb_strip_nulls(jsonb_build_object('id', id, 'status', status, 'submittedAt', ${iso('submitted_at')},
           'sentAt', ${iso('updated_at')})) || jsonb_build_object('form', form) AS filing
    FROM filing WHERE institution_id = $1 ORDER BY created_at DESC LIMIT 1`;

export const documentsOf = `
  SELECT jsonb_build_object('id', id, 'kind', kind, 'number', number, 'title', jsonb_build_object('zh', title_zh, 'en', title_en),
           'issuedAt', ${iso('issued_at')}, 'state', state) AS document
    FROM document WHERE institution_id = $1 ORDER BY issued_at DESC LIMIT 50`;

export const noticesOf = `
  SELECT jsonb_build_object('id', id, 'at', ${iso('created_at')}, 'kind', kind, 'payload', payload) AS notice
    FROM notice WHERE to_kind = 'institution' AND to_id = $1::text ORDER BY created_at DESC LIMIT 50`;

/** The open draft is changed; where the last filing was sent already, a new one is begun. */
export const saveDraft = `
  WITH last AS (SELECT id, status FROM filing WHERE institution_id = $2 ORDER BY created_at DESC LIMIT 1),
  changed AS (
    UPDATE filing SET form = $3, updated_at = business_now()
     WHERE id = (SELECT id FROM last WHERE status = 'draft') RETURNING id)
  INSERT INTO filing (id, tenant, institution_id, status, form, created_at, updated_at)
  SELECT uuidv7(), $1, $2, 'draft', $3, business_now(), business_now()
   WHERE NOT EXISTS (SELECT FROM changed)`;

export const submitFiling = `
  WITH it AS (
    INSERT INTO filing (id, tenant, institution_id, status, form, submitted_at, created_at, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $6, $6)
    ON CONFLICT (id) DO UPDATE SET status = excluded.status, form = excluded.form, updated_at = excluded.updated_at,
      submitted_at = coalesce(filing.submitted_at, excluded.submitted_at)
    RETURNING id, tenant, updated_at
  ), event AS (
    INSERT INTO outbox (id, tenant, kind, topic, payload)
    SELECT uuidv7(), tenant, 'event', $7::jsonb->>'type', $7 FROM it
  )
  INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id, address, correlation_id)
  SELECT uuidv7(), tenant, updated_at, $8, $9, $10, $11, 'filing', id::text, $12, $13 FROM it`;
