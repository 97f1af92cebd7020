export { type ConductorPolicy, PATIENT } from './conductor-policy.js';
export { TemporalCallChains } from './temporal-call-chains.js';
export { TemporalConductor } from './temporal-conductor.js';
export { type ConductorWork, handledActivities } from './conductor-activities.js';
export { ConductorWorker, type ConductorWorkerSettings } from './conductor-worker.js';
