import { EndAbsenceHandler, RecordAbsenceHandler } from './absence.handlers.js';
import { GetTeamHandler, ListTeamTasksHandler } from './get-team.handler.js';
import { MoveTasksHandler, PreviewMoveHandler } from './move-tasks.handler.js';
import { SendBackHandler } from './send-back.handler.js';

export const teamProviders = [
  GetTeamHandler,
  ListTeamTasksHandler,
  PreviewMoveHandler,
  MoveTasksHandler,
  SendBackHandler,
  RecordAbsenceHandler,
  EndAbsenceHandler,
];
