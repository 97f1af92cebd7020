-- Tasks with a mark are few, and a new task has none: these cost a transition nothing.
CREATE INDEX task_open_due_soon ON task (office_id, due_at) WHERE status = 'open' AND mark = 'due-soon';
CREATE INDEX task_open_paused ON task (tenant, due_at, id) WHERE status = 'open' AND mark = 'paused';
