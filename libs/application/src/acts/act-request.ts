import type { AdvanceRequest } from '../cases/index.js';

/** An act as the transition takes it, but for who does it and under which id. */
export type ActRequest = Omit<AdvanceRequest, 'actor' | 'stimulusId'>;
