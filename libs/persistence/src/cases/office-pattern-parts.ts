import type { CaseChanges } from '@lianban/application';
import { type Part, rowsOf, some } from './apply-part.js';

/** Who waits for a signal. */
export const SIGNAL_PARTS: readonly Part[] = [
  {
    key: 'signal-waits',
    applies: some((changes) => changes.signalWaits),
    sql: `INSERT INTO signal_wait (tenant, signal, case_id, wait)
      SELECT p.tenant, r.signal, p.id, r.wait FROM p, ${rowsOf('signalWaits', 'signal text, wait text')}`,
  },
  {
    key: 'signal-waits-gone',
    applies: some((changes) => changes.signalWaitsGone),
    sql: `DELETE FROM signal_wait w USING p
      WHERE w.case_id = p.id AND w.wait IN (SELECT jsonb_array_elements_text(p.j -> 'signalWaitsGone'))`,
  },
];

const suspension =
  (kind: 'begin' | 'end') =>
  ({ suspension: change }: CaseChanges): boolean =>
    change?.kind === kind;

/** What of the case still falls due, but for what the same statement takes away: a row is written once in it. */
/** Of the process itself: a 督办单 is to be answered whether the case rests or not. */
const DUE_OF_CASE = `d.case_id = p.id AND d.kind <> 'order' AND d.ref NOT IN (SELECT jsonb_array_elements_text(p.j -> 'dueGone'))`;

/** 暂停办理: rows that fall due are held, and every open obligation lies with nobody until the case goes on. */
export const SUSPENSION_PARTS: readonly Part[] = [
  {
    key: 'suspend',
    applies: suspension('begin'),
    sql: `INSERT INTO suspension (id, tenant, case_id, ground, reason, by_id, since)
      SELECT r.id, p.tenant, p.id, r.ground, r.reason, r."byId", p.now
      FROM p, jsonb_to_record(p.j -> 'suspension') AS r(id uuid, ground text, reason text, "byId" uuid)`,
  },
  {
    key: 'hold-due',
    applies: suspension('begin'),
    sql: `UPDATE due d SET state = 'held' FROM p WHERE ${DUE_OF_CASE} AND d.state = 'pending'`,
  },
  {
    key: 'suspend-court',
    applies: suspension('begin'),
    sql: `UPDATE court_interval i SET to_at = greatest(p.now, i.from_at) FROM p WHERE i.case_id = p.id AND i.to_at = 'infinity'`,
  },
  {
    key: 'open-suspended-court',
    applies: suspension('begin'),
    // As the statement found it: what is being closed beside is still open here.
    sql: `INSERT INTO court_interval (case_id, obligation, seq, tenant, node, holder_kind, holder_id, office_id, from_at)
      SELECT i.case_id, i.obligation, i.seq + 1, i.tenant, i.node, 'suspended', i.holder_id, i.office_id, greatest(p.now, i.from_at)
      FROM p JOIN court_interval i ON i.case_id = p.id AND i.to_at = 'infinity'`,
  },
  {
    key: 'lift',
    applies: suspension('end'),
    sql: `UPDATE suspension s SET until = greatest(p.now, s.since) FROM p WHERE s.case_id = p.id AND s.until IS NULL`,
  },
  {
    key: 'release-due',
    applies: suspension('end'),
    sql: `UPDATE due d SET state = 'pending' FROM p WHERE ${DUE_OF_CASE} AND d.state = 'held'`,
  },
  {
    key: 'lift-court',
    applies: suspension('end'),
    sql: `UPDATE court_interval i SET to_at = greatest(p.now, i.from_at) FROM p
      WHERE i.case_id = p.id AND i.to_at = 'infinity' AND i.holder_kind = 'suspended'
        AND split_part(i.obligation, '/', 1) NOT IN (SELECT jsonb_array_elements_text(p.j -> 'courtCloses'))`,
  },
  {
    key: 'give-back-court',
    applies: suspension('end'),
    // To whom it was before, but for what an emergency changed meanwhile.
    sql: `INSERT INTO court_interval (case_id, obligation, seq, tenant, node, holder_kind, holder_id, office_id, from_at)
      SELECT i.case_id, i.obligation, i.seq + 1, i.tenant, i.node,
        CASE WHEN NOT e.turned THEN b.holder_kind WHEN s.token IS NOT NULL THEN s."to" WHEN t.assignee IS NULL THEN 'office' ELSE 'person' END,
        CASE WHEN NOT e.turned THEN b.holder_id WHEN s.token IS NOT NULL THEN s.ground ELSE COALESCE(t.assignee::text, t.office_id, b.office_id) END,
        CASE WHEN e.turned THEN COALESCE(t.office_id, b.office_id) ELSE b.office_id END, greatest(p.now, i.from_at)
      FROM p JOIN court_interval i ON i.case_id = p.id AND i.to_at = 'infinity' AND i.holder_kind = 'suspended'
        JOIN court_interval b ON b.case_id = i.case_id AND b.obligation = i.obligation AND b.seq = i.seq - 1
        LEFT JOIN LATERAL jsonb_to_recordset(p.j #> '{suspension,stops}') AS s(token text, "to" text, ground text)
          ON s.token = split_part(i.obligation, '/', 1)
        LEFT JOIN task t ON t.case_id = i.case_id AND t.token = i.obligation AND t.status = 'open'
        CROSS JOIN LATERAL (SELECT b.office_id IS NOT NULL AND (b.holder_id LIKE 'emergency:%'
          OR COALESCE(s.ground LIKE 'emergency:%', false)) AS turned) e
      WHERE split_part(i.obligation, '/', 1) NOT IN (SELECT jsonb_array_elements_text(p.j -> 'courtCloses'))`,
  },
];

/** The time of the offices at these tasks, with that of a dispute about one. */
const HANDED = `i.case_id = p.id AND i.to_at = 'infinity' AND i.office_id IS NOT NULL
      AND split_part(i.obligation, '/', 1) IN (SELECT jsonb_array_elements_text(p.j #> '{courtHanded,tokens}'))
      AND CASE p.j #>> '{courtHanded,to}' WHEN 'back' THEN i.holder_kind NOT IN ('office', 'person')
        ELSE i.holder_kind <> p.j #>> '{courtHanded,to}' END`;

const handing = ({ courtHanded }: CaseChanges): boolean => courtHanded !== undefined;

/** 中止 of one clock: its step is in another's court until the clock runs again. */
export const HAND_OVER_PARTS: readonly Part[] = [
  {
    key: 'hand-over',
    applies: handing,
    sql: `UPDATE court_interval i SET to_at = greatest(p.now, i.from_at) FROM p WHERE ${HANDED}`,
  },
  {
    key: 'open-handed',
    applies: handing,
    // Who claimed or was handed the task meanwhile is who gets it back.
    sql: `INSERT INTO court_interval (case_id, obligation, seq, tenant, node, holder_kind, holder_id, office_id, from_at)
      SELECT i.case_id, i.obligation, i.seq + 1, i.tenant, i.node,
        CASE WHEN p.j #>> '{courtHanded,to}' <> 'back' THEN p.j #>> '{courtHanded,to}' WHEN t.assignee IS NULL THEN 'office' ELSE 'person' END,
        CASE WHEN p.j #>> '{courtHanded,to}' <> 'back' THEN p.j #>> '{courtHanded,ground}' ELSE COALESCE(t.assignee::text, t.office_id, i.office_id) END,
        COALESCE(t.office_id, i.office_id), greatest(p.now, i.from_at)
      FROM p JOIN court_interval i ON ${HANDED}
        LEFT JOIN task t ON t.case_id = i.case_id AND t.token = i.obligation AND t.status = 'open'`,
  },
];

/** The case hears what its new version hears. */
export const MIGRATION_PARTS: readonly Part[] = [
  {
    key: 'unheard',
    applies: ({ migration }) => migration !== undefined,
    sql: `DELETE FROM case_subscription s USING p WHERE s.case_id = p.id
      AND s.message NOT IN (SELECT jsonb_array_elements_text(p.j #> '{migration,messages}'))`,
  },
  {
    key: 'heard',
    applies: ({ migration }) => migration !== undefined,
    sql: `INSERT INTO case_subscription (tenant, message, key, case_id)
      SELECT p.tenant, m.message, c.business_key, p.id
      FROM p JOIN case_file c ON c.id = p.id, jsonb_array_elements_text(p.j #> '{migration,messages}') AS m(message)
      WHERE c.business_key IS NOT NULL ON CONFLICT DO NOTHING`,
  },
];
