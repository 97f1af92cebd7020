import { Command } from '@nestjs/cqrs';
import type { CurrentSession } from './session-store.port.js';

export interface SignedInSession {
  readonly token: string;
  readonly expiresAt: Date;
  readonly session: CurrentSession;
}

/** Local accounts: the embedded default (single sign-on by OIDC comes beside it). */
export class SignInCommand extends Command<SignedInSession> {
  constructor(
    readonly username: string,
    readonly password: string,
  ) {
    super();
  }
}
