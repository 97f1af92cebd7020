-- The core of Lianban. Every decision lives here: a case's tokens, tasks, clocks, audit and outbox change in one
-- transaction (docs/decisions/0001). Rows of a case carry the tenant (the city), so that tables can be partitioned
-- by tenant and case without a rewrite. All instants are timestamptz.

-- ── Business time ───────────────────────────────────────────────────────────────────────────────────────────────
-- One function answers for business time. In production the offset stays zero; a demo or a test moves it forward.
CREATE TABLE business_time (
  one         boolean PRIMARY KEY DEFAULT true CHECK (one),
  offset_by   interval NOT NULL DEFAULT '0'
);
INSERT INTO business_time DEFAULT VALUES;

CREATE FUNCTION business_now() RETURNS timestamptz LANGUAGE sql STABLE AS
  $$ SELECT clock_timestamp() + offset_by FROM business_time $$;

-- ── Directory: departments, districts, offices, people ──────────────────────────────────────────────────────────
CREATE TABLE department (
  code              text PRIMARY KEY,
  name_zh           text NOT NULL,
  name_en           text NOT NULL,
  enforcement_power boolean NOT NULL DEFAULT false,
  vertically_led    boolean NOT NULL DEFAULT false
);

CREATE TABLE district (
  code    text PRIMARY KEY,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  level   text NOT NULL CHECK (level IN ('city', 'county')),
  parent  text REFERENCES district (code),
  regime  text
);

-- An office is a department in a district for a function; tasks go to offices, never to hard-coded people.
CREATE TABLE office (
  id         text PRIMARY KEY,
  tenant     text NOT NULL,
  department text NOT NULL REFERENCES department (code),
  district   text NOT NULL REFERENCES district (code),
  function   text,
  name_zh    text NOT NULL,
  name_en    text NOT NULL,
  UNIQUE NULLS NOT DISTINCT (tenant, department, district, function)
);

-- Routing overrides as data: which office answers for a department's function in a district.
CREATE TABLE routing_override (
  tenant     text NOT NULL,
  district   text NOT NULL REFERENCES district (code),
  department text NOT NULL,
  function   text NOT NULL,
  office_id  text NOT NULL REFERENCES office (id),
  reason     text NOT NULL,
  version    integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant, district, department, function)
);

CREATE TABLE app_user (
  id             uuid PRIMARY KEY,
  tenant         text NOT NULL,
  username       text NOT NULL UNIQUE,
  password_hash  text NOT NULL,
  name_zh        text NOT NULL,
  name_en        text NOT NULL,
  roles          text[] NOT NULL,
  institution_id uuid,
  disabled       boolean NOT NULL DEFAULT false,
  created_at     timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE user_post (
  user_id   uuid NOT NULL REFERENCES app_user (id),
  office_id text NOT NULL REFERENCES office (id),
  post      text NOT NULL,
  PRIMARY KEY (user_id, office_id, post)
);
CREATE INDEX user_post_by_office ON user_post (office_id, post);

-- Sessions use real time. Only the hash of the cookie is kept.
CREATE TABLE session (
  token_hash text PRIMARY KEY,
  user_id    uuid NOT NULL REFERENCES app_user (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);

-- ── Definitions ─────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE process_definition (
  id           uuid PRIMARY KEY,
  tenant       text NOT NULL,
  key          text NOT NULL,
  version      integer NOT NULL,
  pack         text NOT NULL,
  name_zh      text NOT NULL,
  name_en      text NOT NULL,
  complete     boolean NOT NULL DEFAULT true,
  incomplete_note jsonb,
  plan         jsonb NOT NULL,
  plan_hash    text NOT NULL,
  xml          text NOT NULL,
  forms        jsonb NOT NULL,
  parameters   jsonb NOT NULL DEFAULT '{}',
  current      boolean NOT NULL DEFAULT true,
  published_at timestamptz NOT NULL,
  published_by text NOT NULL,
  UNIQUE (tenant, key, version)
);
CREATE UNIQUE INDEX process_definition_current ON process_definition (tenant, key) WHERE current;

-- Message start events of the current version of each definition.
CREATE TABLE start_subscription (
  definition_id uuid NOT NULL REFERENCES process_definition (id),
  tenant        text NOT NULL,
  message       text NOT NULL,
  start_event   text NOT NULL,
  PRIMARY KEY (definition_id, start_event)
);
CREATE INDEX start_subscription_by_message ON start_subscription (tenant, message);

CREATE TABLE event_schema (
  tenant text NOT NULL,
  type   text NOT NULL,
  schema jsonb NOT NULL,
  PRIMARY KEY (tenant, type)
);

CREATE TABLE calendar (
  tenant       text NOT NULL,
  layer        text NOT NULL,
  code         text NOT NULL,
  version      integer NOT NULL,
  body         jsonb NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, layer, code, version)
);

CREATE TABLE ladder (
  tenant       text NOT NULL,
  code         text NOT NULL,
  version      integer NOT NULL,
  body         jsonb NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, code, version)
);

-- ── Cases ───────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE case_file (
  id             uuid PRIMARY KEY,
  tenant         text NOT NULL,
  case_no        text NOT NULL,
  definition_id  uuid NOT NULL REFERENCES process_definition (id),
  definition_key text NOT NULL,
  business_key   text,
  district       text NOT NULL,
  title          text NOT NULL,
  state          jsonb NOT NULL,
  data           jsonb NOT NULL,
  status         text NOT NULL CHECK (status IN ('open', 'ended')),
  outcome        text,
  opened_at      timestamptz NOT NULL,
  ended_at       timestamptz,
  -- Time of the last transition: time read after the lock never runs backwards within a case.
  last_at        timestamptz NOT NULL,
  version        integer NOT NULL DEFAULT 1,
  caused_by      text,
  parent_case    uuid
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX case_file_no ON case_file (tenant, case_no);
CREATE UNIQUE INDEX case_file_business_key ON case_file (tenant, definition_key, business_key) WHERE status = 'open';
CREATE INDEX case_file_by_subject ON case_file (tenant, business_key);
CREATE INDEX case_file_caused_by ON case_file (caused_by);
CREATE INDEX case_file_opened ON case_file (tenant, opened_at DESC, id);

CREATE TABLE case_counter (
  tenant text NOT NULL,
  series text NOT NULL,
  year   integer NOT NULL,
  last   integer NOT NULL,
  PRIMARY KEY (tenant, series, year)
);

-- A stimulus is applied once; every caller may retry.
CREATE TABLE stimulus (
  case_id    uuid NOT NULL REFERENCES case_file (id),
  id         text NOT NULL,
  kind       text NOT NULL,
  at         timestamptz NOT NULL,
  PRIMARY KEY (case_id, id)
);

-- Which open case hears a message: one row for each message of its plan, for as long as the case is open.
CREATE TABLE case_subscription (
  tenant  text NOT NULL,
  message text NOT NULL,
  key     text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  PRIMARY KEY (tenant, message, key, case_id)
);
CREATE INDEX case_subscription_by_case ON case_subscription (case_id);

-- ── Tasks ───────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE task (
  id             uuid PRIMARY KEY,
  tenant         text NOT NULL,
  case_id        uuid NOT NULL REFERENCES case_file (id),
  case_no        text NOT NULL,
  case_title     text NOT NULL,
  definition_key text NOT NULL,
  token          text NOT NULL,
  node           text NOT NULL,
  step_no        text,
  name_zh        text NOT NULL,
  name_en        text NOT NULL,
  office_id      text NOT NULL,
  department     text NOT NULL,
  district       text NOT NULL,
  role           text,
  status         text NOT NULL CHECK (status IN ('open', 'completed', 'cancelled')),
  assignee       uuid,
  claimed_at     timestamptz,
  created_at     timestamptz NOT NULL,
  closed_at      timestamptz,
  closed_by      uuid,
  outcome        text,
  form           jsonb,
  -- 'infinity' where no clock runs, so that every open task has its place in the one order of the inbox.
  due_at         timestamptz NOT NULL DEFAULT 'infinity',
  mark           text NOT NULL DEFAULT 'none' CHECK (mark IN ('none', 'due-soon', 'overdue', 'paused')),
  version        integer NOT NULL DEFAULT 1,
  routed_by      jsonb NOT NULL,
  UNIQUE (case_id, token)
) WITH (fillfactor = 80);
CREATE INDEX task_open_by_office ON task (office_id, due_at, id) WHERE status = 'open';
CREATE INDEX task_open_by_assignee ON task (assignee, due_at, id) WHERE status = 'open' AND assignee IS NOT NULL;
CREATE INDEX task_done_by_person ON task (closed_by, closed_at DESC, id) WHERE status = 'completed';
CREATE INDEX task_open_overdue ON task (tenant, due_at, id) WHERE status = 'open';

CREATE TABLE task_draft (
  task_id  uuid NOT NULL REFERENCES task (id),
  user_id  uuid NOT NULL,
  data     jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (task_id, user_id)
);

CREATE TABLE case_comment (
  id         uuid PRIMARY KEY,
  tenant     text NOT NULL,
  case_id    uuid NOT NULL REFERENCES case_file (id),
  task_id    uuid,
  author     uuid NOT NULL,
  office_id  text,
  body       text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX case_comment_by_case ON case_comment (case_id, created_at);

-- ── Clocks, due rows, ladders ───────────────────────────────────────────────────────────────────────────────────
CREATE TABLE clock (
  id            uuid PRIMARY KEY,
  tenant        text NOT NULL,
  case_id       uuid NOT NULL REFERENCES case_file (id),
  definition    text NOT NULL,
  node          text NOT NULL,
  name_zh       text NOT NULL,
  name_en       text NOT NULL,
  scope         text NOT NULL,
  kind          text NOT NULL,
  basis         text NOT NULL,
  ladder        text NOT NULL,
  state         text NOT NULL CHECK (state IN ('running', 'stopped', 'met', 'cancelled')),
  started_at    timestamptz NOT NULL,
  -- A projection of the ledger, never its source.
  due_at        timestamptz,
  provisional   boolean NOT NULL DEFAULT false,
  stopped_since timestamptz,
  breached_at   timestamptz,
  closed_at     timestamptz,
  UNIQUE (case_id, definition)
);

CREATE TABLE clock_entry (
  clock_id uuid NOT NULL REFERENCES clock (id),
  seq      integer NOT NULL,
  tenant   text NOT NULL,
  case_id  uuid NOT NULL,
  at       timestamptz NOT NULL,
  entry    jsonb NOT NULL,
  PRIMARY KEY (clock_id, seq)
);

-- Everything that falls due: BPMN timers, ladder rungs, marks, retries of local services. Swept every second.
CREATE TABLE due (
  id       uuid PRIMARY KEY,
  tenant   text NOT NULL,
  case_id  uuid NOT NULL REFERENCES case_file (id),
  kind     text NOT NULL CHECK (kind IN ('timer', 'rung', 'mark', 'service-retry')),
  at       timestamptz NOT NULL,
  ref      text NOT NULL,
  clock_id uuid REFERENCES clock (id),
  payload  jsonb NOT NULL DEFAULT '{}',
  state    text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'fired', 'void')),
  settled_at timestamptz
);
CREATE INDEX due_pending ON due (at, id) WHERE state = 'pending';
CREATE INDEX due_by_case ON due (case_id) WHERE state = 'pending';

-- Whom a rung told, or why it did not fire. One row for each rung of a clock, ever.
CREATE TABLE ladder_firing (
  clock_id  uuid NOT NULL REFERENCES clock (id),
  level     text NOT NULL,
  tenant    text NOT NULL,
  case_id   uuid NOT NULL,
  task_id   uuid,
  ladder    text NOT NULL,
  planned_at timestamptz NOT NULL,
  fired_at  timestamptz NOT NULL,
  fired     boolean NOT NULL,
  why       text NOT NULL,
  action    jsonb NOT NULL,
  told      jsonb NOT NULL,
  PRIMARY KEY (clock_id, level)
);
CREATE INDEX ladder_firing_by_case ON ladder_firing (case_id, fired_at);

-- ── Accountability ──────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE audit (
  id             uuid PRIMARY KEY,
  tenant         text NOT NULL,
  at             timestamptz NOT NULL,
  recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Committed order for the sealer (a later issue): never a hash chain inside the business transaction.
  xid            xid8 NOT NULL DEFAULT pg_current_xact_id(),
  act            text NOT NULL,
  actor_kind     text NOT NULL CHECK (actor_kind IN ('person', 'system', 'institution', 'source')),
  actor_id       text NOT NULL,
  actor_name     text NOT NULL,
  office_id      text,
  post           text,
  on_behalf_of   text,
  case_id        uuid,
  object_kind    text NOT NULL,
  object_id      text NOT NULL,
  ground         text,
  address        text,
  correlation_id text,
  plan_hash      text,
  before         jsonb,
  after          jsonb
);
CREATE INDEX audit_by_case ON audit (case_id, at, id) WHERE case_id IS NOT NULL;
CREATE INDEX audit_by_time ON audit (tenant, at DESC, id);

-- Whose court: the time of each open obligation, tiled into intervals without gap or overlap.
CREATE TABLE court_interval (
  case_id     uuid NOT NULL REFERENCES case_file (id),
  obligation  text NOT NULL,
  seq         integer NOT NULL,
  tenant      text NOT NULL,
  node        text NOT NULL,
  holder_kind text NOT NULL CHECK (holder_kind IN ('office', 'person', 'applicant', 'outside', 'system', 'suspended')),
  holder_id   text NOT NULL,
  office_id   text,
  from_at     timestamptz NOT NULL,
  to_at       timestamptz NOT NULL DEFAULT 'infinity',
  ground      text,
  PRIMARY KEY (case_id, obligation, seq),
  CHECK (to_at >= from_at)
);

-- ── Intake ──────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE event_source (
  source  text PRIMARY KEY,
  tenant  text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  -- Standard Webhooks secrets (`whsec_…`), newest first; several during a rotation.
  secrets text[] NOT NULL,
  types   text[] NOT NULL,
  enabled boolean NOT NULL DEFAULT true
);

CREATE TABLE inbound_event (
  source      text NOT NULL,
  id          text NOT NULL,
  tenant      text NOT NULL,
  type        text NOT NULL,
  subject     text,
  district    text,
  body_hash   text NOT NULL,
  body        jsonb NOT NULL,
  received_at timestamptz NOT NULL,
  state       text NOT NULL CHECK (state IN ('accepted', 'routed', 'unmatched', 'ignored')),
  matches     jsonb NOT NULL DEFAULT '[]',
  reason      text,
  settled_at  timestamptz,
  PRIMARY KEY (source, id)
);
CREATE INDEX inbound_event_open ON inbound_event (tenant, received_at DESC) WHERE state IN ('accepted', 'unmatched');
CREATE INDEX inbound_event_recent ON inbound_event (tenant, received_at DESC);

-- What was refused at the door, so that the intake desk can see it; kept for thirty days.
CREATE TABLE inbound_refusal (
  id          uuid PRIMARY KEY,
  tenant      text NOT NULL,
  source      text,
  event_id    text,
  type        text,
  code        text NOT NULL,
  detail      text NOT NULL,
  body_hash   text,
  received_at timestamptz NOT NULL
);
CREATE INDEX inbound_refusal_recent ON inbound_refusal (tenant, received_at DESC);

-- ── Outbox, deliveries, effects, incidents ──────────────────────────────────────────────────────────────────────
-- A delivery is closed by its consumer's own transaction, not by handing it over.
CREATE TABLE outbox (
  id         uuid PRIMARY KEY,
  seq        bigint GENERATED ALWAYS AS IDENTITY,
  tenant     text NOT NULL,
  -- 'event': a domain event as a CloudEvent; 'effect': work for a conductor; 'job': document, notice, …
  kind       text NOT NULL CHECK (kind IN ('event', 'effect', 'job')),
  topic      text NOT NULL,
  case_id    uuid,
  payload    jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Not handed over before this instant; moved forward on each hand-over, so an emptied Redis loses nothing.
  hand_over_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  attempts   integer NOT NULL DEFAULT 0,
  done_at    timestamptz,
  failure    text
);
CREATE INDEX outbox_open ON outbox (hand_over_at, seq) WHERE done_at IS NULL;

CREATE TABLE idempotency (
  actor      text NOT NULL,
  key        text NOT NULL,
  operation  text NOT NULL,
  body_hash  text NOT NULL,
  response   jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (actor, key)
);

CREATE TABLE effect (
  id         uuid PRIMARY KEY,
  tenant     text NOT NULL,
  case_id    uuid NOT NULL REFERENCES case_file (id),
  token      text NOT NULL,
  node       text NOT NULL,
  operation  text NOT NULL,
  input      jsonb NOT NULL,
  state      text NOT NULL CHECK (state IN ('open', 'done', 'cancelled', 'incident')),
  attempts   integer NOT NULL DEFAULT 0,
  last_error text,
  result     jsonb,
  created_at timestamptz NOT NULL,
  settled_at timestamptz,
  UNIQUE (case_id, token)
);
CREATE INDEX effect_open ON effect (created_at) WHERE state = 'open';

CREATE TABLE incident (
  id          uuid PRIMARY KEY,
  tenant      text NOT NULL,
  case_id     uuid NOT NULL REFERENCES case_file (id),
  node        text NOT NULL,
  token       text NOT NULL,
  effect_id   uuid REFERENCES effect (id),
  code        text NOT NULL,
  message     text NOT NULL,
  opened_at   timestamptz NOT NULL,
  resolved_at timestamptz,
  resolved_by text,
  resolution  text CHECK (resolution IN ('retry', 'skip', 'answer', 'overtaken')),
  note        text
);
CREATE INDEX incident_open ON incident (tenant, opened_at DESC) WHERE resolved_at IS NULL;

-- ── Registry: institutions, filings, files, documents, notices ──────────────────────────────────────────────────
CREATE TABLE institution (
  id                     uuid PRIMARY KEY,
  tenant                 text NOT NULL,
  uscc                   text NOT NULL,
  name_zh                text NOT NULL,
  kind                   text NOT NULL CHECK (kind IN ('care-institution', 'nursery-class')),
  registration_type      text NOT NULL CHECK (registration_type IN ('enterprise', 'ngo', 'public')),
  registration_authority text NOT NULL,
  business_scope         text NOT NULL,
  address                text NOT NULL,
  district               text NOT NULL REFERENCES district (code),
  legal_representative   text NOT NULL,
  certificate_no         text NOT NULL,
  registered_at          timestamptz NOT NULL,
  recorded_at            timestamptz NOT NULL,
  recorded_by            text NOT NULL,
  UNIQUE (tenant, uscc)
);

CREATE TABLE filing (
  id             uuid PRIMARY KEY,
  tenant         text NOT NULL,
  institution_id uuid NOT NULL REFERENCES institution (id),
  status         text NOT NULL,
  form           jsonb NOT NULL,
  submitted_at   timestamptz,
  receipt_no     text,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL
);
CREATE INDEX filing_by_institution ON filing (institution_id, created_at DESC);

CREATE TABLE stored_file (
  id             uuid PRIMARY KEY,
  tenant         text NOT NULL,
  institution_id uuid,
  case_id        uuid,
  name           text NOT NULL,
  media_type     text NOT NULL,
  size           integer NOT NULL,
  sha256         text NOT NULL,
  uploaded_by    text NOT NULL,
  uploaded_at    timestamptz NOT NULL
);

CREATE TABLE document (
  id             uuid PRIMARY KEY,
  tenant         text NOT NULL,
  case_id        uuid NOT NULL REFERENCES case_file (id),
  institution_id uuid,
  kind           text NOT NULL,
  number         text NOT NULL,
  title_zh       text NOT NULL,
  title_en       text NOT NULL,
  data           jsonb NOT NULL,
  state          text NOT NULL CHECK (state IN ('rendering', 'ready')),
  sha256         text,
  issued_at      timestamptz NOT NULL,
  UNIQUE (tenant, kind, number)
);
CREATE INDEX document_by_case ON document (case_id);
CREATE INDEX document_by_institution ON document (institution_id, issued_at DESC);

CREATE TABLE notice (
  id         uuid PRIMARY KEY,
  tenant     text NOT NULL,
  to_kind    text NOT NULL CHECK (to_kind IN ('office', 'person', 'institution')),
  to_id      text NOT NULL,
  case_id    uuid,
  kind       text NOT NULL,
  payload    jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  read_at    timestamptz
);
CREATE INDEX notice_by_addressee ON notice (to_kind, to_id, created_at DESC);

-- 终身禁入名单. Restricted: names are matched, never listed in an event or a log.
CREATE TABLE ban_register (
  id          uuid PRIMARY KEY,
  tenant      text NOT NULL,
  person_name text NOT NULL,
  basis       text NOT NULL,
  document_no text NOT NULL,
  imposed_at  timestamptz NOT NULL,
  revoked_at  timestamptz
);
CREATE INDEX ban_register_by_name ON ban_register (tenant, person_name) WHERE revoked_at IS NULL;

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────────
-- The application is not the owner: what was written to the trail cannot be changed or deleted by it.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lianban_app') THEN
    CREATE ROLE lianban_app NOLOGIN;
  END IF;
END
$$;
GRANT USAGE ON SCHEMA public TO lianban_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO lianban_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO lianban_app;
REVOKE UPDATE, DELETE ON audit, clock_entry, ladder_firing, stimulus FROM lianban_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO lianban_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO lianban_app;
