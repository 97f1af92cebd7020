import type { ClockKind } from '@lianban/process-runtime';

/** 违反法定时限 of a statutory period, or 逾期 of a default of the house, which is no breach of law. */
export const latenessOf = (kind: ClockKind): 'breached' | 'late' =>
  kind === 'statutory' ? 'breached' : 'late';
