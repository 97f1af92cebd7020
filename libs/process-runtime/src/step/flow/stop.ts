import type { Token } from '../../state/case-state.js';
import type { Machine } from '../machine/machine.js';

/** Keeps a token where something failed, for a person to look at. */
export const stop = (
  machine: Machine,
  token: Token,
  phase: NonNullable<Token['incident']>['phase'],
  code: string,
  message: string,
): void => {
  machine.tokens.set({ ...token, incident: { phase, code } });
  machine.emit({ kind: 'incident', node: token.node, token: token.id, code, message });
};
