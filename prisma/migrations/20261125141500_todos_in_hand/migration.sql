-- To-dos that were handed to the outbox and have not been told yet, counted before more are handed.
CREATE INDEX outbox_todos_in_hand ON outbox (tenant) WHERE topic = 'tell-todo' AND done_at IS NULL AND failure IS NULL;
