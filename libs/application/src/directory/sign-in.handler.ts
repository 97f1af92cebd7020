import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { denied } from '@lianban/kernel';
import { PasswordHasher } from './password-hasher.port.js';
import { SessionStore } from './session-store.port.js';
import { newSessionToken, sessionTokenHash } from './session-token.js';
import { SignInCommand, type SignedInSession } from './sign-in.command.js';

const lastsHours = 12;

@CommandHandler(SignInCommand)
export class SignInHandler implements ICommandHandler<SignInCommand> {
  constructor(
    private readonly store: SessionStore,
    private readonly passwords: PasswordHasher,
  ) {}

  async execute({ username, password }: SignInCommand): Promise<SignedInSession> {
    const account = await this.store.account(username);
    const matches = await this.passwords.matches(password, account?.passwordHash);
    // One answer for a wrong name, a wrong password and a disabled account: none of them can be told apart.
    if (account === undefined || !matches || account.disabled) {
      throw denied('AUTH.WRONG_CREDENTIALS', 'The user name or the password is wrong.');
    }
    const token = newSessionToken();
    const expiresAt = await this.store.open(account.id, sessionTokenHash(token), lastsHours);
    const session = await this.store.find(sessionTokenHash(token));
    if (session === undefined)
      throw denied('AUTH.WRONG_CREDENTIALS', 'The user name or the password is wrong.');
    return { token, expiresAt, session };
  }
}
