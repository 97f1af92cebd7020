import type { EntryProofView, TrailVerdictView, TrailView } from '@lianban/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';

const key = ['trail'] as const;
/** A batch is sealed every ten seconds. */
const REFRESH_MS = 10_000;

export function useTrail() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<TrailView>('/trail', {}, signal),
    refetchInterval: REFRESH_MS,
  });
}

export interface VerifiedPeriod {
  readonly from?: string;
  readonly to?: string;
}

/** Asked for, not fetched along: judging takes the server some seconds. */
export function useVerdict() {
  return useMutation({
    mutationFn: (period: VerifiedPeriod) => api.get<TrailVerdictView>('/trail/verdict', { ...period }),
  });
}

export function useEntryProof(id: string | undefined) {
  return useQuery({
    queryKey: [...key, 'entry', id],
    queryFn: ({ signal }) => api.get<EntryProofView>(`/trail/entries/${id}/proof`, {}, signal),
    enabled: id !== undefined,
    retry: false,
  });
}

export function useErase() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly entries: readonly string[]; readonly ground: string }) =>
      api.post<void>('/trail/erasures', body),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}
