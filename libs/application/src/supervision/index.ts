export type { BoardCounts, SupervisedFilter, SupervisedList, WorstTask } from './board-reader.port.js';
export { BoardReader } from './board-reader.port.js';
export {
  GetBoardQuery,
  ListRegistrationsWithoutCaseQuery,
  ListSupervisedTasksQuery,
} from './supervision.queries.js';
export { supervisionProviders } from './providers.js';
