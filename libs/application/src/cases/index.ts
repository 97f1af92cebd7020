export type * from './case-changes.js';
export type { LockedCase, OpenTask } from './case-store.port.js';
export { CaseStore } from './case-store.port.js';
export type { AdvanceRequest, OpenRequest, Transition } from './case-transition.js';
export { CaseTransition } from './case-transition.js';
export type { LocalCall } from './local-service.port.js';
export { LocalService, LocalServices } from './local-service.port.js';
