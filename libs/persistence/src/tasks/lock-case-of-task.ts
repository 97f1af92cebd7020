import type { Tx } from '@lianban/application';
import { clientOf } from '../transaction/pg-unit-of-work.js';

/** The case before its task: the lock of the case is what serialises everything about it. */
export const lockCaseOfTask = async (tx: Tx, taskId: string): Promise<void> => {
  await clientOf(tx).query({
    name: 'lock-case-of-task',
    text: 'SELECT 1 FROM case_file WHERE id = (SELECT case_id FROM task WHERE id = $1) FOR UPDATE',
    values: [taskId],
  });
};
