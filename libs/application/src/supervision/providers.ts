import {
  GetBoardHandler,
  ListRegistrationsWithoutCaseHandler,
  ListSupervisedTasksHandler,
} from './supervision.handlers.js';

export const supervisionProviders = [
  GetBoardHandler,
  ListSupervisedTasksHandler,
  ListRegistrationsWithoutCaseHandler,
];
