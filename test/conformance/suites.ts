import type { Suite } from './report/suite.js';

/** All suites, by the name in `npm run conformance:NAME`. Loaded one by one: each needs other libraries. */
export const suites: Readonly<Record<string, () => Promise<Suite>>> = {
  dmn: async () => (await import('./dmn/suite.js')).dmn,
  tokens: async () => (await import('./tokens/suite.js')).tokens,
  trace: async () => (await import('./trace/suite.js')).trace,
};
