import type { Actor } from '@lianban/domain';
import type { OfficeView, Role, Text2 } from '@lianban/contracts';

export interface AccountRecord {
  readonly id: string;
  readonly passwordHash: string;
  readonly disabled: boolean;
}

/** Who is signed in: the actor as commands see it, and what the screen shows of it. */
export interface CurrentSession {
  readonly actor: Actor;
  readonly username: string;
  readonly name: Text2;
  readonly roles: readonly Role[];
  readonly offices: readonly OfficeView[];
  readonly institution?: { readonly id: string; readonly name: string };
}

/**
 * Accounts and sessions. Sessions run on real time and belong to no case, so these are single statements outside of
 * the unit of work.
 */
export abstract class SessionStore {
  abstract account(username: string): Promise<AccountRecord | undefined>;
  abstract open(userId: string, tokenHash: string, lastsHours: number): Promise<Date>;
  abstract find(tokenHash: string): Promise<CurrentSession | undefined>;
  abstract close(tokenHash: string): Promise<void>;
  abstract businessNow(): Promise<Date>;
}
