import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from './problem.js';
import { sessionKey } from './session.js';

/** A session that ended while somebody worked: back to signing in, with the address kept. */
const endSession = (error: unknown): void => {
  if (isProblem(error, 'AUTH.NO_SESSION')) queryClient.setQueryData(sessionKey, null);
};

const worthAnotherTry = (failures: number, error: unknown): boolean =>
  failures < 2 && isProblem(error) && (error.status === 0 || error.status === 503);

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: endSession }),
  mutationCache: new MutationCache({ onError: endSession }),
  defaultOptions: {
    queries: { staleTime: 15_000, refetchOnWindowFocus: false, retry: worthAnotherTry },
    mutations: { retry: false },
  },
});
