import type { PreviewMoveRequest } from '@lianban/contracts';
import { type AppError, conflict, denied, invalid, missing } from '@lianban/kernel';
import { type TaskFacts, alreadyClosed } from '../tasks/index.js';
import type { FullDirectory } from '../routing/index.js';
import type { LedUnit } from './led-unit.js';

/** Whether a head may move this task there now; undefined where nothing is in the way. */
export const judgeMove = (
  task: TaskFacts | undefined,
  to: PreviewMoveRequest['to'],
  unit: LedUnit,
  directory: FullDirectory,
): AppError | undefined => {
  // A task of another unit is not spoken of: not even that it exists.
  if (!task || !unit.officeIds.includes(task.officeId))
    return missing('TASKS.UNKNOWN', 'There is no such task in your unit.').error;
  if (task.status !== 'open') return alreadyClosed(task).error;
  if (task.row.suspended) {
    const { since, ground, reason, by } = task.row.suspended;
    return conflict('CASES.SUSPENDED', 'The case is suspended.', { details: { since, ground, reason, by } })
      .error;
  }
  if (task.activity !== undefined)
    return conflict('TEAM.SIGNERS_STAY', 'A signature is asked of a signer by name.').error;
  return to.kind === 'person' ? judgePerson(task, to.id, unit) : judgeOffice(task, to.id, unit, directory);
};

const judgePerson = (task: TaskFacts, person: string, unit: LedUnit): AppError | undefined => {
  if (!unit.holders.some(({ userId }) => userId === person))
    return denied('TEAM.NOT_IN_UNIT', 'The person holds no post in your unit.').error;
  if (!unit.holders.some(({ userId, officeId }) => userId === person && officeId === task.officeId))
    return conflict('TEAM.NOT_AT_THIS_DESK', 'The person holds no post at the desk of this task.').error;
  if (task.assignee === person)
    return conflict('TEAM.HOLDS_IT_ALREADY', 'The person holds the task already.').error;
  return undefined;
};

const judgeOffice = (
  task: TaskFacts,
  office: string,
  unit: LedUnit,
  { offices, staffed }: FullDirectory,
): AppError | undefined => {
  if (!offices.some(({ id }) => id === office) || unit.officeIds.includes(office))
    return invalid('TEAM.NOT_ANOTHER_UNIT', 'Name an office of another unit.', {
      places: [{ path: 'to', message: office }],
    }).error;
  if (staffed?.has(office) === false)
    return conflict('TEAM.NOBODY_THERE', 'Nobody holds a post in that office.', { details: { office } })
      .error;
  return undefined;
};
