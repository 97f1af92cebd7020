import { type DeliveryFailure, TodoStore, type Tx, type UnifiedTodo } from '@lianban/application';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';

@Injectable()
export class PgTodoStore extends TodoStore {
  async keep(tx: Tx, tenant: string, isKept: boolean): Promise<void> {
    const client = clientOf(tx);
    if (!isKept) {
      await client.query('DELETE FROM unified_todo_list WHERE tenant = $1', [tenant]);
      return;
    }
    const { rowCount } = await client.query('SELECT FROM unified_todo_list WHERE tenant = $1', [tenant]);
    if (rowCount === 1) return;
    // A task that another transaction is just opening would be seen neither by its trigger nor below.
    await client.query('LOCK TABLE task IN SHARE ROW EXCLUSIVE MODE');
    await client.query('INSERT INTO unified_todo_list (tenant) VALUES ($1) ON CONFLICT DO NOTHING', [tenant]);
    await client.query(
      `INSERT INTO unified_todo (task_id, tenant) SELECT id, tenant FROM task t
       WHERE tenant = $1 AND (status = 'open' OR EXISTS (SELECT FROM unified_todo u WHERE u.task_id = t.id))
       ON CONFLICT (task_id) DO UPDATE SET revision = unified_todo.revision + 1, attempts = 0, gave_up_at = NULL,
         failure = NULL, try_at = clock_timestamp()`,
      [tenant],
    );
  }

  async hand(tx: Tx, tenant: string, limit: number): Promise<number> {
    const { rowCount } = await clientOf(tx).query({
      name: 'hand-todos',
      text: `WITH due AS (
          SELECT task_id FROM unified_todo WHERE tenant = $1 AND try_at <= clock_timestamp()
          ORDER BY try_at LIMIT (SELECT greatest(0, $2 - count(*)) FROM outbox
            WHERE tenant = $1 AND topic = 'tell-todo' AND done_at IS NULL AND failure IS NULL)
          FOR UPDATE SKIP LOCKED),
        taken AS (UPDATE unified_todo t SET try_at = NULL FROM due WHERE t.task_id = due.task_id RETURNING t.task_id)
        INSERT INTO outbox (id, tenant, kind, topic, payload)
        SELECT uuidv7(), $1, 'job', 'tell-todo', jsonb_build_object('taskId', task_id) FROM taken`,
      values: [tenant, limit],
    });
    return rowCount ?? 0;
  }

  async attempt(tx: Tx, taskId: string): Promise<UnifiedTodo | undefined> {
    const { rows } = await clientOf(tx).query<{ todo: UnifiedTodo }>({
      name: 'attempt-todo',
      text: `WITH u AS (UPDATE unified_todo SET attempts = attempts + 1
          WHERE task_id = $1 AND told_revision < revision AND gave_up_at IS NULL RETURNING *)
        SELECT jsonb_strip_nulls(jsonb_build_object('taskId', t.id, 'revision', u.revision, 'attempts', u.attempts,
          'act', CASE WHEN t.status = 'open' THEN 'push' ELSE 'withdraw' END, 'caseNo', t.case_no,
          'step', jsonb_build_object('zh', t.name_zh, 'en', t.name_en), 'officeId', t.office_id, 'username', p.username,
          'dueAt', CASE WHEN t.due_at < 'infinity' THEN t.due_at END)) AS todo
        FROM u JOIN task t ON t.id = u.task_id LEFT JOIN app_user p ON p.id = t.assignee`,
      values: [taskId],
    });
    return rows[0]?.todo;
  }

  async told(tx: Tx, { taskId, revision }: UnifiedTodo, receipt: string): Promise<void> {
    await clientOf(tx).query({
      name: 'todo-told',
      text: `UPDATE unified_todo SET told_revision = $2, receipt = $3, failure = NULL, failure_cause = NULL, told_at = business_now()
        WHERE task_id = $1 AND told_revision < $2`,
      values: [taskId, revision, receipt.slice(0, 500)],
    });
  }

  async tryLater(
    tx: Tx,
    { taskId, revision }: UnifiedTodo,
    { words, cause }: DeliveryFailure,
  ): Promise<void> {
    await clientOf(tx).query({
      name: 'todo-later',
      text: `UPDATE unified_todo SET failure = $3, failure_cause = $4, try_at = COALESCE(try_at, clock_timestamp()
          + least(interval '15 minutes', interval '2 seconds' * power(3, least(attempts - 1, 10))))
        WHERE task_id = $1 AND revision = $2 AND told_revision < $2`,
      values: [taskId, revision, words.slice(0, 500), cause],
    });
  }

  async giveUp(tx: Tx, { taskId, revision }: UnifiedTodo, { words, cause }: DeliveryFailure): Promise<void> {
    await clientOf(tx).query({
      name: 'todo-given-up',
      text: `UPDATE unified_todo SET failure = $3, failure_cause = $4, gave_up_at = business_now(), try_at = NULL
        WHERE task_id = $1 AND revision = $2 AND told_revision < $2`,
      values: [taskId, revision, words.slice(0, 500), cause],
    });
  }
}
