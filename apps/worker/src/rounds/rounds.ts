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
  const turn = (): void => {
    running = work()
      .then(() => undefined, onError)
      .then(() => {
        if (!stopped) timer = setTimeout(turn, everyMs);
      });
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
