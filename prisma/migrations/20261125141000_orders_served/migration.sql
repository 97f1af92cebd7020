-- Papers served on units in a month, for the scorecards.
CREATE INDEX supervision_order_served ON supervision_order_step (at) INCLUDE (order_id, recorded_at) WHERE act = 'serve';
