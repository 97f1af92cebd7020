const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** An emergency `e` as clocks need it; its instants compare as text with those of ledgers. */
export const EMERGENCY = `jsonb_strip_nulls(jsonb_build_object('id', e.id, 'from', ${instant('e.from_at')},
    'to', ${instant('e.to_at')}, 'document', e.document, 'reason', e.reason, 'by', e.entered_by_name))
  || jsonb_build_object('districts', e.districts)`;

/** What is kept of it besides. */
export const EMERGENCY_LIFE = `jsonb_strip_nulls(jsonb_build_object('enteredAt', ${instant('e.entered_at')},
    'liftedAt', ${instant('e.lifted_at')}, 'liftedBy', e.lifted_by_name, 'liftReason', e.lift_reason,
    'stops', e.stops, 'lifts', e.lifts))`;
