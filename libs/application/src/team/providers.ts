import { EndAbsenceHandler, RecordAbsenceHandler } from './absence.handlers.js';
import { GetTeamHandler, ListTeamTasksHandler } from './get-team.handler.js';
import { LeadsUnitHandler } from './leads-unit.handler.js';
import { MoveTasksHandler, PreviewMoveHandler } from './move-tasks.handler.js';
import { SendBackHandler } from './send-back.handler.js';

export const teamProviders = [
  GetTeamHandler,
  LeadsUnitHandler,
  ListTeamTasksHandler,
  PreviewMoveHandler,
  MoveTasksHandler,
  SendBackHandler,
  RecordAbsenceHandler,
  EndAbsenceHandler,
];
