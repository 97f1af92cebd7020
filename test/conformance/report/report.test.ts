import { readExceptions } from './exceptions.js';
import { linesOf, reportOf } from './report.js';

const table = `# Exceptions
| suite | case | reason |
| ----- | :--: | ------ |
| dmn | \`java/*\` | Java is not run here. |
| dmn | gone#1 | Was \\| once wrong. |
| dmn | elsewhere#1 | Not in this folder. |
| tokens | a#1 | Another suite. |
`;

describe('the report of a suite', () => {
  const results = [
    { id: 'a#1' },
    { id: 'java/x.xml#2', why: 'null' },
    { id: 'b.xml#(3)', why: 'expected 1\n  but 2' },
    { id: 'gone#1' },
  ];
  const report = reportOf({ name: 'dmn' }, results, readExceptions(table));

  it('has a line a failing case, and the count last', () => {
    expect(linesOf(report)).toEqual([
      'FAIL b.xml#(3): expected 1 but 2',
      'EXCEPTION java/x.xml#2: Java is not run here.',
      'no longer an exception: gone#1',
      'passed 2 of 4',
    ]);
  });

  it('lists failures apart from exceptions', () => {
    expect(report.failures).toEqual([{ id: 'b.xml#(3)', why: 'expected 1 but 2' }]);
    expect(report.exceptions).toHaveLength(1);
  });

  it('gives an exception to no other suite', () => {
    const other = reportOf({ name: 'miwg' }, [{ id: 'java/1', why: 'no' }], readExceptions(table));
    expect(other.failures).toHaveLength(1);
  });

  it('takes no exception without a reason', () => {
    expect(() => readExceptions('| dmn | a#1 | |')).toThrow('a row needs suite, case and reason: dmn | a#1');
  });
});
