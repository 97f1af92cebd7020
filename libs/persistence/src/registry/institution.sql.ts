/** The row, the portal account, the event and the audit row together. Nothing where the credit code is known. */
export const registerInstitution = `
  WITH it AS (
    INSERT INTO institution (id, tenant, uscc, name_zh, kind, registration_type, registration_authority, business_scope,
                             address, district, legal_representative, certificate_no, registered_at, recorded_at, recorded_by)
    SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, d.code, $11, $12, $13, business_now(), $14
      FROM district d WHERE d.code = $10
    ON CONFLICT DO NOTHING
    RETURNING id, tenant, uscc, name_zh, district, recorded_at
  ), account AS (
    INSERT INTO app_user (id, tenant, username, password_hash, name_zh, name_en, roles, institution_id)
    SELECT uuidv7(), tenant, uscc, $15, name_zh, name_zh, '{institution}', id FROM it
    ON CONFLICT (username) DO NOTHING
  ), event AS (
    INSERT INTO outbox (id, tenant, kind, topic, payload)
    SELECT uuidv7(), tenant, 'event', $16::jsonb->>'type', $16 FROM it WHERE $16::jsonb IS NOT NULL
  )
  INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id, address, correlation_id, after)
  SELECT uuidv7(), tenant, recorded_at, 'institution.registered', $17, $14, $18, 'institution', id::text, $19, $20,
         jsonb_build_object('uscc', uscc, 'district', district) FROM it`;

const columns = `
  i.id, i.uscc, i.name_zh, i.kind, i.registration_type, i.registration_authority, i.address, i.district,
  i.legal_representative, i.certificate_no, i.business_scope, i.registered_at, i.recorded_at::text AS recorded_text,
  c.id AS case_id, c.case_no`;

/** With the latest filing case of each institution. */
const tables = `
  institution i LEFT JOIN LATERAL (
    SELECT id, case_no FROM case_file
     WHERE tenant = i.tenant AND business_key = i.id::text AND definition_key = 'institution-filing'
     ORDER BY opened_at DESC LIMIT 1) c ON true`;

export const findInstitution = `SELECT ${columns} FROM ${tables} WHERE i.tenant = $1 AND i.id = $2`;

export const listInstitutions = `
  SELECT ${columns} FROM ${tables}
   WHERE i.tenant = $1 AND ($2::text[] IS NULL OR i.district = ANY ($2))
     AND ($3::text IS NULL OR i.uscc LIKE $3 || '%' OR i.name_zh LIKE '%' || $3 || '%')
     AND ($4::timestamptz IS NULL OR (i.recorded_at, i.id::text) < ($4::timestamptz, $5::text))
   ORDER BY i.recorded_at DESC, i.id::text DESC LIMIT $6`;
