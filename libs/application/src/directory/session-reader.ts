import { Injectable } from '@nestjs/common';
import { SessionStore, type CurrentSession } from './session-store.port.js';
import { sessionTokenHash } from './session-token.js';

/** A revoked or changed session is noticed within this time (OWASP ASVS 7.4, 8.3.2). */
const keptMs = 5_000;
const capacity = 20_000;

interface Kept {
  readonly session: Promise<CurrentSession | undefined>;
  readonly until: number;
}

/** Sessions by cookie, kept for five seconds, so that a request of a busy clerk costs no statement for it. */
@Injectable()
export class SessionReader {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly store: SessionStore) {}

  find(token: string): Promise<CurrentSession | undefined> {
    const hash = sessionTokenHash(token);
    const now = Date.now();
    const known = this.kept.get(hash);
    if (known !== undefined && known.until > now) return known.session;
    const session = this.store.find(hash);
    // A failed or empty answer isn't kept: an attacker's guesses would push real sessions out.
    session.then(
      (found) => found ?? this.kept.delete(hash),
      () => this.kept.delete(hash),
    );
    this.kept.delete(hash);
    this.kept.set(hash, { session, until: now + keptMs });
    if (this.kept.size > capacity) {
      const oldest = this.kept.keys().next();
      if (oldest.done !== true) this.kept.delete(oldest.value);
    }
    return session;
  }

  forget(token: string): void {
    this.kept.delete(sessionTokenHash(token));
  }
}
