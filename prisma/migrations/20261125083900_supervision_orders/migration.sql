-- 督办单, 催办通知 and 通报: drafted by the system or a person, issued by an authorised one.
CREATE TABLE supervision_order (
  id              uuid PRIMARY KEY,
  tenant          text NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('supervision-order', 'reminder-letter', 'criticism')),
  state           text NOT NULL DEFAULT 'drafted' CHECK (state IN
    ('drafted', 'withdrawn', 'issued', 'served', 'acknowledged', 'answered', 'sent-back', 'accepted', 'struck-off')),
  case_id         uuid NOT NULL REFERENCES case_file (id),
  -- The rung that asked for it; none where a person drafted it.
  clock_id        uuid REFERENCES clock (id),
  level           text,
  issuing_office  text NOT NULL,
  office_id       text NOT NULL,
  -- The unit is led from above (垂直管理) and reached through the convenor.
  via_convenor    boolean NOT NULL,
  subject         text NOT NULL,
  facts           text NOT NULL,
  demand          text NOT NULL,
  -- Working days from service; none where no answer is asked for.
  answer_within   integer CHECK (answer_within > 0),
  drafted_by      uuid,
  -- Place in lists: when it came into its present state.
  state_since     timestamptz NOT NULL,
  number          text,
  document_id     uuid,
  due_at          timestamptz,
  overdue_at      timestamptz,
  UNIQUE (tenant, kind, number),
  -- One paper of a kind for one level of a clock, however often the rung is handed over.
  UNIQUE (clock_id, level, kind),
  CHECK ((clock_id IS NULL) = (level IS NULL)),
  CHECK ((answer_within IS NULL) = (kind = 'criticism')),
  CHECK ((number IS NULL) = (state IN ('drafted', 'withdrawn')))
);
CREATE INDEX supervision_order_issuing ON supervision_order (tenant, issuing_office, state, state_since, id);
CREATE INDEX supervision_order_addressed ON supervision_order (tenant, office_id, state, state_since, id);
CREATE INDEX supervision_order_by_case ON supervision_order (case_id);

-- What happened to a paper: append only. `at` is when it was done, `recorded_at` when it was written down.
CREATE TABLE supervision_order_step (
  order_id    uuid NOT NULL REFERENCES supervision_order (id),
  seq         integer NOT NULL,
  act         text NOT NULL,
  at          timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  actor_kind  text NOT NULL,
  actor_id    text NOT NULL,
  actor_name  text NOT NULL,
  words       text,
  payload     jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (order_id, seq)
);

-- 送达, apart from issue: when, how, to whom, on what receipt.
CREATE TABLE document_service (
  id          uuid PRIMARY KEY,
  tenant      text NOT NULL,
  document_id uuid NOT NULL REFERENCES document (id),
  served_at   timestamptz NOT NULL,
  way         text NOT NULL CHECK (way IN ('in-system', 'in-person', 'left', 'post', 'public-notice')),
  received_by text NOT NULL,
  receipt     text,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX document_service_by_document ON document_service (document_id);

-- What a joint meeting has to talk about.
CREATE TABLE agenda_item (
  id          uuid PRIMARY KEY,
  tenant      text NOT NULL,
  meeting     text NOT NULL CHECK (meeting IN ('county', 'city')),
  session     text NOT NULL CHECK (session IN ('ordinary', 'special')),
  office_id   text NOT NULL,
  late_office text NOT NULL,
  case_id     uuid NOT NULL REFERENCES case_file (id),
  clock_id    uuid NOT NULL REFERENCES clock (id),
  level       text NOT NULL,
  subject     text NOT NULL,
  raised_at   timestamptz NOT NULL,
  resolution  text,
  settled_by  uuid,
  settled_at  timestamptz,
  UNIQUE (clock_id, level),
  CHECK ((settled_at IS NULL) = (resolution IS NULL))
);
CREATE INDEX agenda_item_open ON agenda_item (tenant, office_id, raised_at, id) WHERE settled_at IS NULL;

-- Words of legal documents: a version is never changed; a document is made with the one in force when it was issued.
CREATE TABLE document_template (
  tenant       text NOT NULL,
  kind         text NOT NULL,
  version      integer NOT NULL,
  body         text NOT NULL,
  article      text NOT NULL,
  published_at timestamptz NOT NULL,
  published_by uuid,
  PRIMARY KEY (tenant, kind, version)
);

REVOKE UPDATE, DELETE ON supervision_order_step, document_service, document_template FROM lianban_app;

ALTER TABLE due DROP CONSTRAINT due_kind_check;
ALTER TABLE due ADD CONSTRAINT due_kind_check CHECK (kind IN ('timer', 'rung', 'mark', 'service-retry', 'order'));
