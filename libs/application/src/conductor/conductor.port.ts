/**
 * The durable companion of a case. `conduct` may be called again for the same effect: it is performed once at a time,
 * and its result is applied once. Throws `unavailable` while the conductors' engine is away.
 */
export abstract class Conductor {
  abstract conduct(caseId: string, effectId: string): Promise<void>;
}
