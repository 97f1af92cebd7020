-- The end of a message that came before anything waited for it.
ALTER TABLE due DROP CONSTRAINT due_kind_check;
ALTER TABLE due ADD CONSTRAINT due_kind_check
  CHECK (kind IN ('timer', 'rung', 'mark', 'service-retry', 'order', 'message-expiry'));
