import fc from 'fast-check';
import { isUscc, usccCheckSign } from './uscc.js';

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const first17 = fc
  .tuple(fc.stringMatching(/^[159][1239]\d{6}$/), fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{9}$/))
  .map((parts) => parts.join(''));

describe('unified social credit code', () => {
  // The usual worked example of the standard, and two codes that companies print in public.
  it.each(['91350100M000100Y43', '91110000802100433B', '911101085923662400'])('accepts %s', (code) => {
    expect(isUscc(code)).toBe(true);
  });

  it.each([
    '',
    '91350100M000100Y44',
    '9135O100M000100Y43',
    '91350100m000100y43',
    '91350100M000100Y4',
    '91350100M000100Y433',
  ])('refuses %p', (code) => {
    expect(isUscc(code)).toBe(false);
  });

  it('notices every single wrong sign', () => {
    fc.assert(
      fc.property(first17, fc.nat(16), fc.nat(30), (start, place, sign) => {
        const check = usccCheckSign(start);
        const replacement = signs.charAt(sign);
        fc.pre(check !== undefined && start.charAt(place) !== replacement);
        const changed = start.slice(0, place) + replacement + start.slice(place + 1);
        return isUscc(`${start}${check}`) && !isUscc(`${changed}${check}`);
      }),
    );
  });
});
