/** What came of one case of a suite. */
export interface CaseResult {
  /** Stable from run to run and from folder to folder: exceptions are listed by it. */
  readonly id: string;
  /** Why the case fails; absent where it passes. */
  readonly why?: string;
}

/**
 * A suite of conformance cases that lie in a folder. It runs any folder of its kind, never particular files:
 * `npm run conformance:NAME -- DIR`.
 */
export interface Suite {
  readonly name: string;
  /** What a folder of this suite holds, for the sentence that says there is none of it. */
  readonly holds: string;
  /** The public cases, as a folder of `../shared/conformance` beside the checkout. */
  readonly publicFolder?: string;
  /** Our own cases, below `test/conformance`. */
  readonly ownFolder?: string;
  /** Runs all cases below the folder. No result means that it holds no case. */
  run(folder: string): readonly CaseResult[] | Promise<readonly CaseResult[]>;
}
