import { splitTests } from './split-tests.js';

describe('the single tests of a list', () => {
  it.each([
    ['"a"', ['"a"']],
    ['"a, b", "c"', ['"a, b"', '"c"']],
    [String.raw`"a\", b", 1`, [String.raw`"a\", b"`, '1']],
    ['[1..2), (3..4]', ['[1..2)', '(3..4]']],
    ['f(1, 2), {a: 1, b: 2}, [1, 2]', ['f(1, 2)', '{a: 1, b: 2}', '[1, 2]']],
    ['', ['']],
  ])('%s', (text, tests) => expect(splitTests(text)).toEqual(tests));
});
