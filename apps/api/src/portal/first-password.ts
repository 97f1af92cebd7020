import { PortalAccountPolicy, type PasswordHasher } from '@lianban/application';
import { lockedPassword } from '@lianban/platform';

/** The one word that opens every account of a demo. Printed on the screen; never used outside of one. */
export const demoPassword = 'zhoushan';

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
