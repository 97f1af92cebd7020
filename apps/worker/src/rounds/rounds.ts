/** A round that runs again and again: never twice at a time, and an error of one round only costs that round. */
export interface Round {
  stop(): Promise<void>;
}

export const startRound = (
  everyMs: number,
  work: () => Promise<unknown>,
  onError: (failure: unknown) => void,
): Round => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const once = async (): Promise<void> => {
    try {
      await work();
    } catch (failure) {
      onError(failure);
    }
    if (!stopped) timer = setTimeout(turn, everyMs);
  };
  const turn = (): void => {
    running = once();
  };
  turn();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};
