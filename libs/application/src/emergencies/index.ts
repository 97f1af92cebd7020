export type { EmergencyRecord, Lifting, NewEmergency } from './emergency-record.js';
export {
  type CasePage,
  type ClockOfCase,
  type EmergencyNotice,
  EmergencyStore,
  type EmergencyTurn,
} from './emergency-store.port.js';
export {
  EnterEmergencyCommand,
  LiftEmergencyCommand,
  ListEmergenciesQuery,
  PreviewEmergencyQuery,
} from './emergencies.requests.js';
