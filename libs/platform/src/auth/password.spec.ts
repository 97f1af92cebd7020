import { hashPassword, lockedPassword, passwordMatches } from './password.js';

/** A hash is made to cost: on a machine that does other things it may take seconds. */
const patience = 60_000;

describe('a password', () => {
  it(
    'matches its own hash and no other',
    async () => {
      const stored = await hashPassword('zhoushan');
      expect(await passwordMatches('zhoushan', stored)).toBe(true);
      expect(await passwordMatches('Zhoushan', stored)).toBe(false);
      expect(await passwordMatches('', stored)).toBe(false);
    },
    patience,
  );

  it(
    'gives another hash every time, with the cost in it, so that the cost can be raised',
    async () => {
      const [first, second] = [await hashPassword('a'), await hashPassword('a')];
      expect(first).not.toBe(second);
      expect(first).toMatch(/^scrypt\$16384\$8\$5\$[\w-]{22}\$[\w-]{43}$/);
    },
    patience,
  );

  it(
    'is one however it was typed: full width or composed',
    async () => {
      expect(await passwordMatches('Cafe\u0301１２３', await hashPassword('Café123'))).toBe(true);
    },
    patience,
  );

  it(
    'opens no account that does not exist or waits for its first password',
    async () => {
      expect(await passwordMatches('A', undefined)).toBe(false);
      expect(await passwordMatches(lockedPassword, lockedPassword)).toBe(false);
      expect(await passwordMatches('', lockedPassword)).toBe(false);
    },
    patience,
  );
});
