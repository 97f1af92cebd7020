import type { Exception } from './exceptions.js';
import type { CaseResult, Suite } from './suite.js';

/** What a run of a suite says: for the terminal, for the page of the guides, and for the gate. */
export interface Report {
  readonly suite: string;
  readonly total: number;
  readonly passed: number;
  /** Cases that fail and that nothing excuses. */
  readonly failures: readonly { readonly id: string; readonly why: string }[];
  /** Cases that fail and stand on the list, with the reason given there. */
  readonly exceptions: readonly { readonly id: string; readonly why: string; readonly reason: string }[];
  /** Rows of the list whose cases all pass in this run: they can be struck out. */
  readonly noLongerExceptions: readonly string[];
}

export const reportOf = (
  suite: Pick<Suite, 'name'>,
  results: readonly CaseResult[],
  allExceptions: readonly Exception[],
): Report => {
  const ours = allExceptions.filter((exception) => exception.suite === suite.name);
  const failing = results.flatMap(({ id, why }) => (why === undefined ? [] : [{ id, why: oneLine(why) }]));
  const excused = failing.flatMap((failure) => {
    const exception = ours.find((it) => it.covers(failure.id));
    return exception ? [{ ...failure, reason: exception.reason }] : [];
  });
  const fails = ({ covers }: Exception): boolean => failing.some(({ id }) => covers(id));
  const ran = ({ covers }: Exception): boolean => results.some(({ id }) => covers(id));
  return {
    suite: suite.name,
    total: results.length,
    passed: results.length - failing.length,
    failures: failing.filter((failure) => !excused.some(({ id }) => id === failure.id)),
    exceptions: excused,
    noLongerExceptions: ours.filter((it) => ran(it) && !fails(it)).map(({ cases }) => cases),
  };
};

/** One line a failing case; the last line is always `passed N of M`. */
export const linesOf = (report: Report): readonly string[] => [
  ...report.failures.map(({ id, why }) => `FAIL ${id}: ${why}`),
  ...report.exceptions.map(({ id, reason }) => `EXCEPTION ${id}: ${reason}`),
  ...report.noLongerExceptions.map((cases) => `no longer an exception: ${cases}`),
  `passed ${report.passed} of ${report.total}`,
];

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
