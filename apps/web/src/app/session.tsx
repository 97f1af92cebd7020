import type { Role, SessionView, SignInRequest } from '@lianban/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SignInRequest) => api.post<SessionView>('/session', body),
    onSuccess: (session) => {
      client.clear();
      client.setQueryData(sessionKey, session);
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<void>('/session'),
    onSettled: () => {
      client.clear();
      client.setQueryData(sessionKey, null);
    },
  });
}

export function useHasRole(...roles: readonly Role[]): boolean {
  const { session } = useSession();
  return session?.roles.some((role) => roles.includes(role)) ?? false;
}
