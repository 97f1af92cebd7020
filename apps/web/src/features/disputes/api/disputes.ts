import type { DisputeDone, DisputeView } from '@lianban/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';

const disputesKey = ['disputes'] as const;

/** Undecided disputes over competence. */
export const useDisputes = () =>
  useQuery({
    queryKey: disputesKey,
    queryFn: ({ signal }) => api.get<readonly DisputeView[]>('/disputes', undefined, signal),
  });

/** Raises or decides one; whatever shows the task or the case is read again. */
export function useDisputeAct(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Readonly<Record<string, unknown>>) => api.post<DisputeDone>(path, body),
    onSettled: () => {
      for (const queryKey of [disputesKey, ['tasks'], ['cases'], ['inbox'], ['board']])
        void client.invalidateQueries({ queryKey });
    },
  });
}
