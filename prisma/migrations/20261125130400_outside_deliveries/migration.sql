-- By which channels a person is told of which kinds of notice, and at what hour a daily list goes.
ALTER TABLE notice_preference DROP CONSTRAINT notice_preference_channel_check;
ALTER TABLE notice_preference ADD CONSTRAINT notice_preference_channel_check CHECK (channel IN ('email', 'webhook', 'sms'));
ALTER TABLE notice_preference
  ADD COLUMN kinds text[] NOT NULL DEFAULT '{deadlines,orders,disputes,calendar,other}',
  ADD COLUMN daily_at time NOT NULL DEFAULT '08:30';

CREATE FUNCTION notice_group(kind text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN kind IN ('rung', 'rungs', 'call') THEN 'deadlines' WHEN kind LIKE 'order-%' THEN 'orders'
    WHEN kind IN ('dispute-raised', 'office-designated') THEN 'disputes' WHEN kind = 'deadlines-moved' THEN 'calendar'
    ELSE 'other' END $$;

DROP FUNCTION notice_due_at(timestamptz, text, time, time);
-- When a notice of this instant is given: at the end of the hour, at the hour of the day the person chose, and not
-- while they have quiet.
CREATE FUNCTION notice_due_at(at timestamptz, rhythm text, daily_at time, quiet_from time, quiet_to time)
  RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
  WITH given AS (SELECT CASE rhythm
      WHEN 'hourly' THEN date_trunc('hour', at AT TIME ZONE 'Asia/Shanghai') + interval '1 hour'
      WHEN 'daily' THEN date_trunc('day', at AT TIME ZONE 'Asia/Shanghai') + daily_at
        + CASE WHEN (at AT TIME ZONE 'Asia/Shanghai')::time >= daily_at THEN interval '1 day' ELSE interval '0' END
      ELSE at AT TIME ZONE 'Asia/Shanghai' END AS t)
  SELECT CASE
      WHEN quiet_from IS NULL THEN t
      WHEN quiet_from < quiet_to AND t::time >= quiet_from AND t::time < quiet_to THEN t::date + quiet_to
      WHEN quiet_from > quiet_to AND t::time >= quiet_from THEN t::date + 1 + quiet_to
      WHEN quiet_from > quiet_to AND t::time < quiet_to THEN t::date + quiet_to
      ELSE t END AT TIME ZONE 'Asia/Shanghai' FROM given $$;

-- A message is tried again at growing intervals of real time, then given up, where an administrator sees it.
ALTER TABLE notice_message
  ADD COLUMN content      jsonb,
  ADD COLUMN try_again_at timestamptz,
  ADD COLUMN gave_up_at   timestamptz,
  ADD COLUMN delivery     text CHECK (delivery IN ('delivered', 'undelivered')),
  ADD COLUMN delivered_at timestamptz;
COMMENT ON COLUMN notice_message.content IS 'What it says where it tells of no notice: a digest or a test.';
COMMENT ON COLUMN notice_message.delivery IS 'What the gateway says became of it on its way to the person.';
CREATE INDEX notice_message_to_try ON notice_message (try_again_at) WHERE try_again_at IS NOT NULL;
CREATE INDEX notice_message_given_up ON notice_message (tenant, gave_up_at DESC, id DESC) WHERE gave_up_at IS NOT NULL;
CREATE INDEX notice_message_under_way ON notice_message (sent_at) WHERE channel = 'sms' AND sent_at IS NOT NULL AND delivery IS NULL;

-- What an overseer wants to be told of their scope, and that it was: once a person and day.
CREATE TABLE digest_subscription (
  user_id  uuid PRIMARY KEY REFERENCES app_user (id),
  tenant   text NOT NULL,
  channel  text NOT NULL,
  period   text NOT NULL CHECK (period IN ('daily', 'weekly')),
  hour     integer NOT NULL CHECK (hour BETWEEN 0 AND 23),
  since    timestamptz NOT NULL
);
CREATE TABLE digest_issue (
  user_id    uuid NOT NULL REFERENCES app_user (id),
  day        date NOT NULL,
  message_id uuid REFERENCES notice_message (id),
  PRIMARY KEY (user_id, day)
);

-- 统一待办: what the government's unified to-do list should show of a task, and what it was told. `revision` counts the
-- changes; only the latest is told, so that no earlier one can arrive after it.
CREATE TABLE unified_todo (
  task_id       uuid PRIMARY KEY REFERENCES task (id) ON DELETE CASCADE,
  tenant        text NOT NULL,
  revision      integer NOT NULL DEFAULT 1,
  told_revision integer NOT NULL DEFAULT 0,
  attempts      integer NOT NULL DEFAULT 0,
  try_at        timestamptz DEFAULT clock_timestamp(),
  gave_up_at    timestamptz,
  failure       text,
  receipt       text,
  told_at       timestamptz,
  CHECK (told_revision <= revision)
);
CREATE INDEX unified_todo_to_tell ON unified_todo (try_at) WHERE try_at IS NOT NULL;
CREATE INDEX unified_todo_given_up ON unified_todo (tenant, gave_up_at DESC, task_id DESC) WHERE gave_up_at IS NOT NULL;

-- Tenants with such a list. Without a row here nothing is noted, and tasks cost nothing more.
CREATE TABLE unified_todo_list (tenant text PRIMARY KEY);

CREATE FUNCTION note_unified_todo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM unified_todo_list WHERE tenant = NEW.tenant) THEN
    INSERT INTO unified_todo (task_id, tenant) VALUES (NEW.id, NEW.tenant)
    ON CONFLICT (task_id) DO UPDATE SET revision = unified_todo.revision + 1, attempts = 0, gave_up_at = NULL,
      failure = NULL, try_at = clock_timestamp();
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER task_todo_new AFTER INSERT ON task FOR EACH ROW WHEN (NEW.status = 'open')
  EXECUTE FUNCTION note_unified_todo();
CREATE TRIGGER task_todo_changed AFTER UPDATE OF status, office_id, assignee, due_at ON task FOR EACH ROW
  WHEN (NEW.status IS DISTINCT FROM OLD.status OR NEW.office_id IS DISTINCT FROM OLD.office_id
    OR NEW.assignee IS DISTINCT FROM OLD.assignee OR (NEW.status = 'open' AND NEW.due_at IS DISTINCT FROM OLD.due_at))
  EXECUTE FUNCTION note_unified_todo();
