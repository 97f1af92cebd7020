/** How long a conductor goes on trying; the shape that the workflow takes as its argument. */
export interface ConductorPolicy {
  readonly firstRetry: string;
  readonly longestPause: string;
  readonly giveUpAfter: string;
}

/** Outlasts a night without the other department's system; then a person decides. */
export const PATIENT: ConductorPolicy = {
  firstRetry: '1 second',
  longestPause: '60 seconds',
  giveUpAfter: '26 hours',
};
