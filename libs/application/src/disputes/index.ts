export type { NewDispute, OpenDispute } from './dispute-store.port.js';
export { DisputeStore } from './dispute-store.port.js';
export type { DisputeAnswer } from './disputes.commands.js';
export { DesignateOfficeCommand, ListDisputesQuery, RaiseDisputeCommand } from './disputes.commands.js';
export { CONSULTATION_DAYS } from './raise-dispute.handler.js';
export { disputeProviders } from './providers.js';
