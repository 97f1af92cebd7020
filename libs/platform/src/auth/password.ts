import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** N=2^14, r=8, p=5: one of the settings OWASP names as equally strong; 16 MB a check. */
const cost = { N: 2 ** 14, r: 8, p: 5 } as const;
const keyLength = 32;

const derive = (
  password: string,
  salt: Buffer,
  settings: { N: number; r: number; p: number },
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(
      password.normalize('NFKC'),
      salt,
      keyLength,
      { ...settings, maxmem: 256 * 2 ** 20 },
      (error, key) => (error === null ? resolve(key) : reject(error)),
    );
  });

/** `scrypt$N$r$p$salt$key`: the cost travels with the hash, so that it can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** A hash that no password opens: for accounts that still wait for their first password. */
export const lockedPassword = '!';

const nobody = `scrypt$${cost.N}$${cost.r}$${cost.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Takes the same time for an unknown account (`undefined`), so that names cannot be told by the clock. */
export async function passwordMatches(password: string, stored: string | undefined): Promise<boolean> {
  const known = stored !== undefined && stored.startsWith('scrypt$');
  const [, n, r, p, salt = '', key = ''] = (known ? stored : nobody).split('$');
  const expected = Buffer.from(key, 'base64url');
  const actual = await derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(n),
    r: Number(r),
    p: Number(p),
  });
  return timingSafeEqual(actual, expected) && known;
}
