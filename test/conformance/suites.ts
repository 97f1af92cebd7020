import type { Suite } from './report/suite.js';

/** All suites, by the name in `npm run conformance:NAME`. Loaded one by one: each needs other libraries. */
export const suites: Readonly<Record<string, () => Promise<Suite>>> = {
  accept: async () => (await import('./publish/accept.js')).accept,
  dmn: async () => (await import('./dmn/suite.js')).dmn,
  miwg: async () => (await import('./miwg/suite.js')).miwg,
  tokens: async () => (await import('./tokens/suite.js')).tokens,
  trace: async () => (await import('./trace/suite.js')).trace,
  reject: async () => (await import('./publish/reject.js')).reject,
};
