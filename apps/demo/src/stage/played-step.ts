import type { Text2 } from '@lianban/contracts';

/** Something happened: who did what, on which day, and when it was due. */
export interface PlayedStep {
  readonly story: string;
  readonly at: string;
  readonly who: Text2;
  readonly what: Text2;
  /** Wall clock. */
  readonly due?: string;
}
