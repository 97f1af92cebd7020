import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SessionReader } from './session-reader.js';
import { SessionStore } from './session-store.port.js';
import { sessionTokenHash } from './session-token.js';

export class SignOutCommand extends Command<void> {
  constructor(readonly token: string) {
    super();
  }
}

@CommandHandler(SignOutCommand)
export class SignOutHandler implements ICommandHandler<SignOutCommand> {
  constructor(
    private readonly store: SessionStore,
    private readonly reader: SessionReader,
  ) {}

  async execute({ token }: SignOutCommand): Promise<void> {
    await this.store.close(sessionTokenHash(token));
    this.reader.forget(token);
  }
}
