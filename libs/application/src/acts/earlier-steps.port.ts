import type { Tx } from '../transaction/index.js';

/** A step as it was done last. */
export interface EarlierStep {
  readonly node: string;
  readonly officeId: string;
  readonly officeName: { readonly zh: string; readonly en: string };
  /** Who had claimed it. */
  readonly person?: string;
  readonly by?: { readonly zh: string; readonly en: string };
  readonly doneAt: string;
}

/** What has been done in a case. */
export abstract class EarlierSteps {
  /** The last completion of each step, newest first. */
  abstract ofCase(tx: Tx, caseId: string): Promise<readonly EarlierStep[]>;
  /** Whom the instances of a countersigning are for, as far as they count. */
  abstract signers(tx: Tx, caseId: string, activity: string): Promise<readonly unknown[]>;
}
