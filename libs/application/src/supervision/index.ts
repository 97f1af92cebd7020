export type { BoardCounts, SupervisedFilter, SupervisedList, WorstTask } from './board-reader.port.js';
export { BoardReader } from './board-reader.port.js';
export { FoldOpenWork } from './fold-open-work.js';
export { OpenWork } from './open-work.port.js';
export {
  GetBoardQuery,
  ListRegistrationsWithoutCaseQuery,
  ListSupervisedTasksQuery,
} from './supervision.queries.js';
export { supervisionProviders } from './providers.js';
