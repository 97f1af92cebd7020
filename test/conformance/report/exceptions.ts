/** A case that may fail, and the argument why. */
export interface Exception {
  readonly suite: string;
  /** An id of a case; `*` stands for any characters. */
  readonly cases: string;
  readonly reason: string;
  readonly covers: (id: string) => boolean;
}

/**
 * Reads `exceptions.md`: the rows of its tables with the columns suite, case and reason. A row that is not whole is an
 * error, since an exception that nobody argues would hide a fault.
 */
export const readExceptions = (markdown: string): readonly Exception[] =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(cellsOf)
    .filter(([first, second]) => first !== 'suite' && !/^:?-+:?$/.test(second ?? ''))
    .map(([suite, cases, reason, ...more]) => {
      if (!suite || !cases || !reason || more.length > 0) {
        throw new Error(`exceptions.md: a row needs suite, case and reason: ${[suite, cases].join(' | ')}`);
      }
      const pattern = new RegExp(`^${cases.split('*').map(escaped).join('.*')}$`);
      return { suite, cases, reason, covers: (id) => pattern.test(id) };
    });

const cellsOf = (line: string): readonly string[] =>
  line
    .replace(/^\||\|\s*$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replace(/\\\|/g, '|').replace(/^`|`$/g, ''));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
