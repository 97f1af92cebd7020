import type { TaskRow } from '@lianban/contracts';
import type { Directory } from '@lianban/domain';
import type { TaskInsert } from './case-changes.js';
import type { LockedCase } from './case-store.port.js';

/** A task of this very transition as the inbox will show it, without asking the database for what is known. */
export const createdTaskRow = (task: TaskInsert, held: LockedCase, { offices }: Directory): TaskRow => ({
  id: task.id,
  caseId: held.id,
  caseNo: task.caseNo,
  caseTitle: task.caseTitle,
  ...(task.stepNo === undefined ? {} : { stepNo: task.stepNo }),
  name: { zh: task.nameZh, en: task.nameEn },
  office: {
    id: task.officeId,
    name: offices.find(({ id }) => id === task.officeId)?.name ?? { zh: task.officeId, en: task.officeId },
  },
  createdAt: held.now,
  ...(task.dueAt === 'infinity' ? {} : { dueAt: task.dueAt }),
  mark: task.mark as TaskRow['mark'],
  status: 'open',
  version: 1,
});
