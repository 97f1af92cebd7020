export { type ConductorPolicy, PATIENT } from './conductor-policy.js';
export { TemporalConductor } from './temporal-conductor.js';
export { ConductorWorker, type ConductorWork, type ConductorWorkerSettings } from './conductor-worker.js';
