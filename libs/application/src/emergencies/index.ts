export type { EmergencyRecord, Lifting, NewEmergency } from './emergency-record.js';
export { type CasePage, type ClockOfCase, EmergencyStore } from './emergency-store.port.js';
export {
  EnterEmergencyCommand,
  LiftEmergencyCommand,
  ListEmergenciesQuery,
  PreviewEmergencyQuery,
} from './emergencies.requests.js';
