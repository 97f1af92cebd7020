/**
 * Ends the interval of whoever holds the task `w` (case_id, token, office_id, now) and opens the next one in the same
 * instant. While its clock is stopped it is another's turn, whoever of the offices has the task: then nothing changes
 * hands until the clock runs again.
 */
export const handOver = (kind: 'person' | 'office', holder: string): string => `
  ended AS (
    UPDATE court_interval i SET to_at = greatest(w.now, i.from_at) FROM w
    WHERE i.case_id = w.case_id AND i.obligation = w.token AND i.to_at = 'infinity'
      AND i.holder_kind IN ('office', 'person') RETURNING i.*),
  opened AS (
    INSERT INTO court_interval (case_id, obligation, seq, tenant, node, holder_kind, holder_id, office_id, from_at)
    SELECT e.case_id, e.obligation, e.seq + 1, e.tenant, e.node, '${kind}', ${holder}, w.office_id, e.to_at FROM ended e, w)`;
