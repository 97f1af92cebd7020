-- 管辖争议: a unit says that a task is another unit's. The clock runs on, and the time counts for both until the common
-- superior has designated one (行政处罚法 第25条).
CREATE TABLE competence_dispute (
  id                uuid PRIMARY KEY,
  tenant            text NOT NULL,
  case_id           uuid NOT NULL,
  task_id           uuid NOT NULL,
  -- The interval of the other unit: that of the task lies beside it.
  obligation        text NOT NULL,
  raised_by         uuid NOT NULL,
  raising_office    text NOT NULL,
  other_office      text NOT NULL,
  reason            text NOT NULL,
  raised_at         timestamptz NOT NULL,
  due_at            timestamptz NOT NULL,
  designated_office text,
  decision          text,
  decided_by        uuid,
  decided_at        timestamptz,
  CHECK (other_office <> raising_office),
  CHECK ((decided_at IS NULL) = (designated_office IS NULL))
);

-- One at a time on a task.
CREATE UNIQUE INDEX competence_dispute_open ON competence_dispute (task_id) WHERE decided_at IS NULL;
CREATE INDEX competence_dispute_due ON competence_dispute (tenant, due_at, id) WHERE decided_at IS NULL;
