-- Where else than here a person wants to be told, and when. Without a row: nowhere else.
CREATE TABLE notice_preference (
  user_id    uuid NOT NULL REFERENCES app_user (id),
  channel    text NOT NULL CHECK (channel IN ('email', 'webhook')),
  tenant     text NOT NULL,
  address    text NOT NULL,
  rhythm     text NOT NULL CHECK (rhythm IN ('at-once', 'hourly', 'daily')),
  -- Local time; over midnight where it ends earlier than it begins. Never holds back L-CRIT.
  quiet_from time,
  quiet_to   time,
  PRIMARY KEY (user_id, channel),
  CHECK ((quiet_from IS NULL) = (quiet_to IS NULL)),
  CHECK (quiet_from <> quiet_to)
);

-- One message, of one notice or of a list; its id is the key by which a receiver knows a repetition.
CREATE TABLE notice_message (
  id         uuid PRIMARY KEY,
  tenant     text NOT NULL,
  user_id    uuid NOT NULL REFERENCES app_user (id),
  channel    text NOT NULL,
  address    text NOT NULL,
  made_at    timestamptz NOT NULL,
  attempts   integer NOT NULL DEFAULT 0,
  sent_at    timestamptz,
  receipt    text,
  failure    text
);
CREATE INDEX notice_message_by_time ON notice_message (tenant, made_at DESC, id DESC);

-- That a notice goes to a person by a channel, from when on, and in which message it went.
CREATE TABLE notice_delivery (
  notice_id  uuid NOT NULL REFERENCES notice (id) ON DELETE CASCADE,
  user_id    uuid NOT NULL REFERENCES app_user (id),
  channel    text NOT NULL,
  due_at     timestamptz NOT NULL,
  message_id uuid REFERENCES notice_message (id),
  PRIMARY KEY (notice_id, user_id, channel)
);
CREATE INDEX notice_delivery_open ON notice_delivery (due_at) WHERE message_id IS NULL;
CREATE INDEX notice_delivery_by_message ON notice_delivery (message_id) WHERE message_id IS NOT NULL;

-- The notices are their own outbox: one that nobody has looked through for channels is found here.
ALTER TABLE notice ADD COLUMN planned_at timestamptz;
UPDATE notice SET planned_at = created_at;
CREATE INDEX notice_unplanned ON notice (created_at) WHERE planned_at IS NULL AND to_kind <> 'institution';

-- When a notice of this instant is given: at the end of the hour, at 08:30, and not while the person has quiet.
CREATE FUNCTION notice_due_at(at timestamptz, rhythm text, quiet_from time, quiet_to time) RETURNS timestamptz
  LANGUAGE sql IMMUTABLE AS $$
  WITH given AS (SELECT CASE rhythm
      WHEN 'hourly' THEN date_trunc('hour', at AT TIME ZONE 'Asia/Shanghai') + interval '1 hour'
      WHEN 'daily' THEN date_trunc('day', at AT TIME ZONE 'Asia/Shanghai') + interval '8 hours 30 minutes'
        + CASE WHEN (at AT TIME ZONE 'Asia/Shanghai')::time >= '08:30' THEN interval '1 day' ELSE interval '0' END
      ELSE at AT TIME ZONE 'Asia/Shanghai' END AS t)
  SELECT CASE
      WHEN quiet_from IS NULL THEN t
      WHEN quiet_from < quiet_to AND t::time >= quiet_from AND t::time < quiet_to THEN t::date + quiet_to
      WHEN quiet_from > quiet_to AND t::time >= quiet_from THEN t::date + 1 + quiet_to
      WHEN quiet_from > quiet_to AND t::time < quiet_to THEN t::date + quiet_to
      ELSE t END AT TIME ZONE 'Asia/Shanghai' FROM given $$;
