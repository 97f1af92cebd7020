export abstract class PasswordHasher {
  abstract hash(password: string): Promise<string>;
  /** Takes the same time for an unknown account (`undefined`). */
  abstract matches(password: string, stored: string | undefined): Promise<boolean>;
}
