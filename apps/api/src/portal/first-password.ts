import { demoPassword, PortalAccountPolicy, type PasswordHasher } from '@lianban/application';
import { lockedPassword } from '@lianban/platform';

/** In a demo every institution gets the demo's password; else none opens the account until one is handed over. */
export class FirstPassword extends PortalAccountPolicy {
  private hash: Promise<string> | undefined;

  constructor(
    private readonly demo: boolean,
    private readonly passwords: PasswordHasher,
  ) {
    super();
  }

  initialPasswordHash(): Promise<string> {
    if (!this.demo) return Promise.resolve(lockedPassword);
    this.hash ??= this.passwords.hash(demoPassword);
    return this.hash;
  }
}
