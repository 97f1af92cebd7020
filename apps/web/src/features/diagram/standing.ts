import type { DueMark } from '@lianban/contracts';

/** Where a case is in its process. */
export interface Standing {
  readonly current?: readonly { readonly node: string; readonly mark: DueMark }[];
  readonly passed?: readonly string[];
}
