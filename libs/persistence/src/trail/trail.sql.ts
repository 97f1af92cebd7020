/** UTC to the microsecond: what a Date of JavaScript would round is part of the seal. */
const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** An act as it is sealed, by the names of the library. */
export const ENTRY = `a.id, a.tenant, ${instant('a.at')} AS at, ${instant('a.recorded_at')} AS "recordedAt", a.xid::text AS xid, a.act,
  a.actor_kind AS "actorKind", a.actor_id AS "actorId", a.actor_name AS "actorName", a.office_id AS "officeId", a.post,
  a.on_behalf_of AS "onBehalfOf", a.case_id AS "caseId", a.object_kind AS "objectKind", a.object_id AS "objectId", a.ground,
  a.address, a.correlation_id AS "correlationId", a.plan_hash AS "planHash", a.before::text AS before, a.after::text AS after`;

/** Named apart from the columns of the table, so that the index over it serves. */
const TRANSACTION = `((a.xid::text)::bigint)`;

/**
 * What follows the head and can no longer be preceded: a transaction below the oldest that still runs has committed or
 * never will, and this statement sees all that did. Rows of transactions that run beside an older one wait for it.
 */
export const NEXT_ENTRIES = `SELECT ${ENTRY} FROM audit a
  WHERE ${TRANSACTION} >= ($1::text)::bigint AND (a.xid, a.id) > ($1::text::xid8, $2::uuid)
    AND ${TRANSACTION} < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint
  ORDER BY a.xid, a.id LIMIT $3`;

export const KEEP_BATCH = `WITH batch AS (
    INSERT INTO audit_batch (no, first_seq, last_seq, last_xid, last_id, sealed_at, header, signature)
    VALUES ($1, $2, $3, $4::text::xid8, $5, $6, $7, $8))
  INSERT INTO audit_seal (seq, audit_id, hash, salt)
    SELECT s.seq, s.id, decode(s.hash, 'hex'), decode(s.salt, 'hex')
    FROM unnest($9::bigint[], $10::uuid[], $11::text[], $12::text[]) AS s(seq, id, hash, salt)`;

export const SEAL = `s.seq::integer AS seq, s.audit_id AS "entryId", encode(s.hash, 'hex') AS hash,
  encode(s.salt, 'hex') AS salt, s.leaves`;

/** An entry by way of the batch whose stretch of the order it lies in: seals have no index by entry. */
export const SEALED = `SELECT b.header, b.signature, ${SEAL}, ${ENTRY} FROM audit a
  JOIN LATERAL (SELECT * FROM audit_batch b WHERE (b.last_xid, b.last_id) >= (a.xid, a.id)
    ORDER BY b.last_xid, b.last_id LIMIT 1) b ON true
  JOIN audit_seal s ON s.seq BETWEEN b.first_seq AND b.last_seq AND s.audit_id = a.id`;

/** Acts that stand in the order of a batch and have no seal there. */
export const STRAYS = `SELECT a.id, a.xid::text AS xid FROM audit a
  WHERE ${TRANSACTION} BETWEEN ($1::text)::bigint AND ($3::text)::bigint
    AND (a.xid, a.id) > ($1::text::xid8, $2::uuid) AND (a.xid, a.id) <= ($3::text::xid8, $4::uuid)
    AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.audit_id = a.id AND s.seq BETWEEN $5 AND $6)
  ORDER BY a.xid, a.id`;

export const STATE = `WITH head AS (SELECT * FROM audit_batch ORDER BY no DESC LIMIT 1),
  waiting AS (SELECT a.recorded_at FROM audit a
    WHERE ${TRANSACTION} >= COALESCE((SELECT (last_xid::text)::bigint FROM head), 0)
      AND (a.xid, a.id) > (COALESCE((SELECT last_xid FROM head), '0'), COALESCE((SELECT last_id FROM head), '00000000-0000-0000-0000-000000000000'))
    LIMIT 10001)
  SELECT COALESCE((SELECT no FROM head), 0) AS batches, COALESCE((SELECT last_seq FROM head), 0)::integer AS entries,
    (SELECT sealed_at FROM head) AS "sealedAt", (SELECT header ->> 'keyId' FROM head) AS "keyId",
    (SELECT header ->> 'digest' FROM head) AS digest, (SELECT count(*)::integer FROM waiting) AS unsealed,
    (SELECT min(recorded_at) FROM waiting) AS "unsealedSince",
    COALESCE((SELECT jsonb_agg(jsonb_build_object('place', p.place, 'batch', l.batch, 'at', l.at))
      FROM (VALUES ('file'), ('endpoint')) p(place), LATERAL (SELECT batch, at FROM audit_anchor n
        WHERE n.place = p.place ORDER BY n.batch DESC LIMIT 1) l), '[]') AS anchors`;
