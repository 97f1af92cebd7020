-- The trail sealed: each act gets its number and its hash after it was committed, in batches that are signed. Nothing of
-- this is written by the transaction of an act.

-- Pages of the trail are written in the order of transactions, so ranges of pages tell where to look; a B-tree would be
-- one more write of every act.
CREATE INDEX audit_by_transaction ON audit USING brin (((xid::text)::bigint)) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX audit_erasures ON audit (id) WHERE act = 'trail.erased';

CREATE TABLE trail_key (
  id         text PRIMARY KEY,
  public_key text NOT NULL,
  since      timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE audit_batch (
  no         integer PRIMARY KEY,
  first_seq  bigint NOT NULL,
  last_seq   bigint NOT NULL,
  -- The order of the trail up to here is closed: whoever looks for what comes next begins behind it.
  last_xid   xid8 NOT NULL,
  last_id    uuid NOT NULL,
  sealed_at  timestamptz NOT NULL,
  -- As it was signed, to the letter.
  header     json NOT NULL,
  signature  text NOT NULL
);

CREATE INDEX audit_batch_by_order ON audit_batch (last_xid, last_id);

CREATE TABLE audit_seal (
  seq      bigint PRIMARY KEY,
  audit_id uuid NOT NULL,
  hash     bytea NOT NULL,
  -- Opens the commitments to the personal fields; gone once one of them was erased, then `leaves` opens what is left.
  salt     bytea,
  leaves   jsonb,
  CHECK ((salt IS NULL) <> (leaves IS NULL))
);

-- Where a batch lies outside this database. Rows are added only, in the order of batches.
CREATE TABLE audit_anchor (
  place    text NOT NULL CHECK (place IN ('file', 'endpoint')),
  batch    integer NOT NULL REFERENCES audit_batch (no),
  at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (place, batch)
);

REVOKE UPDATE, DELETE ON trail_key, audit_batch, audit_seal, audit_anchor FROM lianban_app;

-- The one door through which anything in the trail changes: personal fields of sealed entries go blank, and the act that
-- says so, with its ground, is written with them. What is blank and what stands for it is reckoned by the caller; a wrong
-- reckoning is found by the next check like any other edit.
CREATE FUNCTION erase_personal_data(p_erased jsonb, p_act jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  erased jsonb;
  changed integer := 0;
BEGIN
  IF COALESCE(p_act ->> 'ground', '') = '' THEN
    RAISE EXCEPTION 'an erasure needs a ground';
  END IF;
  FOR erased IN SELECT jsonb_array_elements(p_erased) LOOP
    UPDATE audit_seal SET salt = NULL, leaves = erased -> 'leaves'
      WHERE seq = (erased ->> 'seq')::bigint AND audit_id = (erased ->> 'id')::uuid;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'entry % is not sealed', erased ->> 'id';
    END IF;
    UPDATE audit SET
      actor_name = CASE WHEN erased -> 'fields' ? 'actorName' THEN '' ELSE actor_name END,
      on_behalf_of = CASE WHEN erased -> 'fields' ? 'onBehalfOf' THEN NULL ELSE on_behalf_of END,
      ground = CASE WHEN erased -> 'fields' ? 'ground' THEN NULL ELSE ground END,
      address = CASE WHEN erased -> 'fields' ? 'address' THEN NULL ELSE address END,
      before = CASE WHEN erased -> 'fields' ? 'before' THEN NULL ELSE before END,
      after = CASE WHEN erased -> 'fields' ? 'after' THEN NULL ELSE after END
      -- What says that something was erased is never erased itself.
      WHERE id = (erased ->> 'id')::uuid AND act <> 'trail.erased';
    IF NOT FOUND THEN
      RAISE EXCEPTION 'entry % cannot be erased', erased ->> 'id';
    END IF;
    changed := changed + 1;
  END LOOP;
  INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id, ground, address,
      correlation_id, after)
    VALUES (gen_random_uuid(), p_act ->> 'tenant', business_now(), 'trail.erased', p_act ->> 'actorKind',
      p_act ->> 'actorId', p_act ->> 'actorName', 'trail', p_act ->> 'objectId', p_act ->> 'ground', p_act ->> 'address',
      p_act ->> 'correlationId', jsonb_build_object('entries',
        (SELECT jsonb_object_agg(e ->> 'id', e -> 'fields') FROM jsonb_array_elements(p_erased) e)));
  RETURN changed;
END
$$;
REVOKE ALL ON FUNCTION erase_personal_data(jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_personal_data(jsonb, jsonb) TO lianban_app;
