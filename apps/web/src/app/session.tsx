import type { Role, SessionView, SignInRequest } from '@lianban/contracts';
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api } from './api-client.js';
import { isProblem } from './problem.js';

export const sessionKey = ['session'] as const;

/** Who is signed in; `null` is nobody, which is an answer and not an error. */
async function readSession(): Promise<SessionView | null> {
  try {
    return await api.get<SessionView>('/session');
  } catch (error) {
    if (isProblem(error) && error.status === 401) return null;
    throw error;
  }
}

export function useSession() {
  const query = useQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: 10 * 60_000 });
  return {
    session: query.data ?? undefined,
    receivedAt: query.dataUpdatedAt,
    isPending: query.isPending,
    error: query.error,
    retry: query.refetch,
  };
}

/** An absence begins or ends and with it what a stand-in may do: noticed within these milliseconds. */
const FOLLOWED_MS = 60_000;

/** Keeps what is known of the person up to date; in one place of the screen. */
export const useFollowedSession = () =>
  useQuery({ queryKey: sessionKey, queryFn: readSession, refetchInterval: FOLLOWED_MS });

/** What one person read is not for the next. The session's own query stays: removed, the screens watching it would hear nothing. */
function changePerson(client: QueryClient, session: SessionView | null): void {
  client.setQueryData(sessionKey, session);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SignInRequest) => api.post<SessionView>('/session', body),
    onSuccess: (session) => changePerson(client, session),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<void>('/session'),
    onSettled: () => changePerson(client, null),
  });
}

export function useHasRole(...roles: readonly Role[]): boolean {
  const { session } = useSession();
  return session?.roles.some((role) => roles.includes(role)) ?? false;
}
