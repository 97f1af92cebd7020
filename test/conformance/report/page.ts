import type { Report } from './report.js';

/** What stands on the page about one suite. */
export interface PageEntry {
  readonly report: Report;
  readonly holds: string;
  readonly folder: string;
}

/** The page of the guides: each figure and each exception, as the runners found them. */
export const pageOf = (entries: readonly PageEntry[]): string =>
  `${[
    '# Conformance',
    'Written by `npm run conformance:page`; the figures are those of the public folders beside the checkout, and of our own models below `test`. Each suite runs on any folder of its cases: `npm run conformance:NAME -- DIR`.',
    [
      '| suite | what it is | folder | passed | argued | failed |',
      '| --- | --- | --- | --- | --- | --- |',
      ...entries.map(rowOf),
    ].join('\n'),
    ...entries.flatMap(sectionOf),
  ].join('\n\n')}\n`;

const rowOf = ({ report, holds, folder }: PageEntry): string => {
  const { suite, passed, total, exceptions, failures } = report;
  return `| \`${suite}\` | ${cell(holds)} | \`${folder}\` | ${passed} of ${total} | ${exceptions.length} | ${failures.length} |`;
};

/** Nothing where all passes. */
const sectionOf = ({ report }: PageEntry): readonly string[] => {
  const { suite, exceptions, failures } = report;
  const reasons = new Set(exceptions.map(({ reason }) => reason));
  const lines = [
    ...[...reasons].map((reason) => {
      const cases = exceptions.filter((it) => it.reason === reason).map(({ id }) => `\`${id}\``);
      return `- ${reason} (${cases.length}: ${cases.join(', ')})`;
    }),
    ...failures.map(({ id, why }) => `- failed: \`${id}\`: ${why}`),
  ];
  return lines.length === 0 ? [] : [`## ${suite}`, lines.join('\n')];
};

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`);
