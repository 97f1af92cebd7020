-- Notices are read in the order of time, page by page, by whoever they are addressed to.
DROP INDEX notice_by_addressee;
CREATE INDEX notice_by_addressee ON notice (to_kind, to_id, created_at DESC, id DESC);
CREATE INDEX notice_unread ON notice (to_id) WHERE to_kind = 'person' AND read_at IS NULL;

-- A notice to an office is read by each of its people for themselves; `notice.read_at` is that of a notice to a person.
CREATE TABLE notice_reading (
  notice_id uuid NOT NULL REFERENCES notice (id) ON DELETE CASCADE,
  user_id   uuid NOT NULL REFERENCES app_user (id),
  at        timestamptz NOT NULL,
  PRIMARY KEY (notice_id, user_id)
);
