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

/** The last task of one signer. */
export interface RoundTask {
  readonly token: string;
  readonly node: string;
  readonly counter: number;
  readonly officeId: string;
  readonly person?: string;
}

/** What has been done in a case. */
export abstract class EarlierSteps {
  /** The last completion of each step, newest first. */
  abstract ofCase(tx: Tx, caseId: string): Promise<readonly EarlierStep[]>;
  /** Who had each task of a countersigning last. */
  abstract round(tx: Tx, caseId: string, activity: string): Promise<readonly RoundTask[]>;
  /** Whom the instances of a countersigning are for, as far as they count. */
  abstract signers(tx: Tx, caseId: string, activity: string): Promise<readonly unknown[]>;
}
