/** Something changed that somebody may be looking at. A hint: screens read again what it names. */
export interface LiveUpdate {
  readonly kind: 'task' | 'case' | 'board';
  readonly officeId?: string;
  readonly caseId?: string;
  readonly taskId?: string;
}

/** The Redis channel on which hints travel between processes. */
export const liveChannel = 'lianban:live';

/** Tells every process's live connections. Best effort: a lost hint costs a stale screen until the next look. */
export abstract class LiveUpdates {
  abstract publish(update: LiveUpdate): void;
}
