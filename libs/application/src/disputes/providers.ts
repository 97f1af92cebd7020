import { DesignateOfficeHandler } from './designate-office.handler.js';
import { ListDisputesHandler } from './list-disputes.handler.js';
import { RaiseDisputeHandler } from './raise-dispute.handler.js';

export const disputeProviders = [RaiseDisputeHandler, DesignateOfficeHandler, ListDisputesHandler];
