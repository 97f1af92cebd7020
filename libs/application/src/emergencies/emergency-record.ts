import type { Emergency } from '@lianban/domain';
import type { EmergencyProgress } from '@lianban/contracts';

/** An emergency as it is kept: over whom, by whom, and how far its operations have come. */
export interface EmergencyRecord extends Emergency {
  readonly districts: readonly string[];
  readonly enteredAt: string;
  readonly liftedAt?: string;
  readonly liftedBy?: string;
  readonly liftReason?: string;
  /** The operation that lets the clocks run again, as soon as an end is known. */
  readonly lifts?: string;
  readonly stops: string;
  readonly stopping: EmergencyProgress;
  readonly lifting?: EmergencyProgress;
}

export interface NewEmergency extends Omit<Emergency, 'by'> {
  readonly districts: readonly string[];
  readonly stops: string;
  readonly lifts?: string;
}

export interface Lifting {
  readonly id: string;
  readonly to: string;
  readonly reason: string;
  readonly lifts: string;
}
