import * as fc from 'fast-check';
import { valueOf } from '../specimens/value-of.js';

describe('functions of numbers', () => {
  it.each([
    ['decimal(2.345, 2)', '2.34'],
    ['decimal(2.355, 2)', '2.36'],
    ['decimal(1234.5, -2)', '1200'],
    ['floor(-1.5)', '-2'],
    ['floor(1.56, 1)', '1.5'],
    ['ceiling(-1.5)', '-1'],
    ['ceiling(1.52, 1)', '1.6'],
    ['round up(1.121, 2)', '1.13'],
    ['round up(-1.121, 2)', '-1.13'],
    ['round down(-1.126, 2)', '-1.12'],
    ['round half up(-2.5, 0)', '-3'],
    ['round half down(2.5, 0)', '2'],
    ['round half down(-2.6, 0)', '-3'],
    ['abs(-1.5)', '1.5'],
    ['abs(@"-PT5H")', 'PT5H'],
    ['abs(@"-P2M")', 'P2M'],
    ['modulo(12, 5)', '2'],
    ['modulo(-12, 5)', '3'],
    ['modulo(12, -5)', '-3'],
    ['modulo(-12, -5)', '-2'],
    ['modulo(10.1, 4.5)', '1.1'],
    ['modulo(-10.1, 4.5)', '3.4'],
    ['modulo(10.1, -4.5)', '-3.4'],
    ['sqrt(16)', '4'],
    ['sqrt(2)', '1.414213562373095048801688724209698'],
    ['log(exp(2))', '2'],
    ['exp(1)', '2.718281828459045235360287471352662'],
    ['exp(-20000)', '0'],
    ['odd(3)', 'true'],
    ['odd(-2)', 'false'],
    ['even(9007199254740994)', 'true'],
    ['even(1.5)', 'false'],
    ['modulo(divisor: 5, dividend: 12)', '2'],
  ])('%s is %s', (text, expected) => expect(valueOf(text)).toBe(expected));

  it.each([
    'decimal(1.5, null)',
    'decimal(1.5, 7000)',
    'round up(5.5, -6112)',
    'round up(5.5)',
    'modulo(1, 0)',
    'sqrt(-1)',
    'log(0)',
    'exp(100000)',
    'abs("1")',
    'abs(null)',
    'odd(null)',
    '1 / 0',
    '0 ** -1',
    '(-8) ** 0.5',
    '10 ** 6145',
    '10 + null',
    '-"a"',
    '[1] + 1',
  ])('%s is null', (text) => expect(valueOf(text)).toBe('null'));
});

describe('arithmetic', () => {
  it.each([
    ['0.1 + 0.2', '0.3'],
    ['9007199254740991 + 2', '9007199254740993'],
    ['99999999999999999 * 99999999999999999', '9999999999999999800000000000000001'],
    ['1 / 3', '0.3333333333333333333333333333333333'],
    ['2 / 3', '0.6666666666666666666666666666666667'],
    ['10 / 4', '2.5'],
    ['-3 ** 2', '9'],
    ['2 ** 3 ** 2', '64'],
    ['2 ** -1', '0.5'],
    ['1 - -1', '2'],
    ['2 + 3 * 4 - 6 / 2', '11'],
    ['-0', '0'],
    ['0 * -1', '0'],
    ['1.50', '1.5'],
    ['.5 + 1e2', '100.5'],
    ['1234567890123456789012345678901234.5', '1234567890123456789012345678901234'],
  ])('%s is %s', (text, expected) => expect(valueOf(text)).toBe(expected));

  it('of integers agrees with big integers, whatever form they have inside', () => {
    const integer = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n });
    fc.assert(
      fc.property(integer, integer, (a, b) => {
        expect(valueOf(`(${a}) + (${b})`)).toBe(String(a + b));
        expect(valueOf(`(${a}) - (${b})`)).toBe(String(a - b));
        expect(valueOf(`(${a}) * (${b})`)).toBe(String(a * b));
        expect(valueOf(`(${a}) < (${b})`)).toBe(String(a < b));
        expect(valueOf(`(${a}) = (${b})`)).toBe(String(a === b));
        if (b !== 0n) {
          expect(valueOf(`modulo(${a}, ${b})`)).toBe(String(((a % b) + b) % b));
          expect(valueOf(`((${a}) * (${b})) / (${b})`)).toBe(String(a));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of decimals is exact as long as 34 digits hold it', () => {
    const digits = fc.integer({ min: -999_999_999, max: 999_999_999 });
    fc.assert(
      fc.property(digits, digits, (a, b) => {
        const scaled = BigInt(a) + BigInt(b);
        expect(valueOf(`(${a} / 10000 + ${b} / 10000) * 10000`)).toBe(String(scaled));
        expect(valueOf(`(${a} / 1000) * (${b} / 1000) * 1000000`)).toBe(String(BigInt(a) * BigInt(b)));
      }),
      { numRuns: 200 },
    );
  });
});
