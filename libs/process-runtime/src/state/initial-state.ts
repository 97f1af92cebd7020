import type { CaseState } from './case-state.js';

/** The scope of the process itself. */
export const ROOT_SCOPE = 'root';

/** A case that has not started: the state every first `start` stimulus is applied to. */
export const initialState = (): CaseState => ({
  format: 1,
  counter: 0,
  tokens: [],
  scopes: [{ id: ROOT_SCOPE }],
  waits: [],
  buffer: [],
  milestones: {},
});
