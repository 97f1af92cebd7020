import type { CaseState, Stimulus } from '@lianban/process-runtime';

/** Where in the process a stimulus arrives, for the trail; nowhere yet where a message comes too early. */
export const nodeOfStimulus = (state: CaseState, stimulus: Stimulus): string | undefined => {
  switch (stimulus.kind) {
    case 'message':
      return state.waits.find(({ kind, name }) => kind === 'message' && name === stimulus.message)?.node;
    case 'timer':
      return state.waits.find(({ id }) => id === stimulus.wait)?.node;
    case 'service-result':
      return state.tokens.find(({ id }) => id === stimulus.token)?.node;
    default:
      return undefined;
  }
};
