import { z } from 'zod';
import { instant, slug } from './fields.js';

export const simulateRegistrationRequest = z.strictObject({ district: slug.optional() });
export const preparedFilingRequest = z.strictObject({ district: slug.optional() });

export const moveBusinessTimeRequest = z.strictObject({ to: instant });

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

/** What business time waits for before it moves on. */
export interface UnfinishedWork {
  /**
   * A due row, a delivery of the outbox, a call to another system, a bulk operation; or what needs a person: an incident,
   * a dead letter.
   */
  readonly kind: 'due' | 'delivery' | 'call' | 'bulk' | 'incident' | 'dead-letter';
  /** Kind of the due row, topic, operation or code. */
  readonly what: string;
  readonly caseNo?: string;
  readonly attempts?: number;
  readonly reason?: string;
}

export interface BusinessTimeMove {
  readonly now: string;
  readonly to: string;
  /** `moving`: call again. `held`: something does not get done; `unfinished` says what. */
  readonly state: 'arrived' | 'moving' | 'held';
  readonly unfinished: readonly UnfinishedWork[];
}
