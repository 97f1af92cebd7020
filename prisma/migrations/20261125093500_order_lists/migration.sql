-- Lists are paged by state_since to the millisecond, as a cursor carries it.
UPDATE supervision_order SET state_since = date_trunc('milliseconds', state_since);
-- Of those who oversee all offices: the oldest of each state first.
CREATE INDEX supervision_order_by_state ON supervision_order (tenant, state, state_since, id);
