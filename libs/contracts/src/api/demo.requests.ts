import { z } from 'zod';
import { slug } from './fields.js';

export const simulateRegistrationRequest = z.strictObject({ district: slug.optional() });
export const preparedFilingRequest = z.strictObject({ district: slug.optional() });

export interface SimulatedRegistration {
  readonly institutionId: string;
  readonly name: string;
  readonly uscc: string;
  readonly eventId: string;
}

export interface PreparedFiling {
  readonly institutionId: string;
  readonly name: string;
  readonly caseId?: string;
}
