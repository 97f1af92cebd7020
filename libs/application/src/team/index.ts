export { judgeSendBack } from './judge-send-back.js';
export { AbsenceStore, type NewAbsence } from './absence-store.port.js';
export {
  type Move,
  type OfficeBacklog,
  type OfficeOfMove,
  type OpenHandover,
  type PersonLoad,
  TeamStore,
} from './team-store.port.js';
export {
  EndAbsenceCommand,
  GetTeamQuery,
  LeadsUnitQuery,
  ListTeamTasksQuery,
  MoveTasksCommand,
  type MoveVerdicts,
  PreviewMoveQuery,
  RecordAbsenceCommand,
  SendBackCommand,
} from './team.commands.js';
export { teamProviders } from './providers.js';
