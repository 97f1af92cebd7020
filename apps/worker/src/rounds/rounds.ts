/** A round that runs again and again: never twice at a time, and an error of one round only costs that round. */
export interface Round {
  /** Runs at once, or once more when it is running: something may have come since it looked. */
  wake(): void;
  stop(): Promise<void>;
}

export const startRound = (
  everyMs: number,
  work: () => Promise<unknown>,
  onError: (failure: unknown) => void,
): Round => {
  let stopped = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const once = async (): Promise<void> => {
    try {
      await work();
    } catch (failure) {
      onError(failure);
    }
    if (stopped) return;
    timer = setTimeout(turn, again ? 0 : everyMs);
    again = false;
  };
  const turn = (): void => {
    timer = undefined;
    running = once();
  };
  turn();
  return {
    wake: () => {
      if (stopped) return;
      if (timer === undefined) {
        again = true;
        return;
      }
      clearTimeout(timer);
      turn();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};
