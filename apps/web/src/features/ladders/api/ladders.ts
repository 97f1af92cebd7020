import type {
  DryRunView,
  LadderContent,
  LadderDraftSaved,
  LadderPublished,
  LadderView,
  LadderWatchView,
} from '@lianban/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';

const key = ['ladders'] as const;

export function useLadders() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<readonly LadderView[]>('/ladders', {}, signal),
  });
}

/** Asked again while somebody looks at it: the watch goes round every minute. */
export function useLadderWatch() {
  return useQuery({
    queryKey: [...key, 'watch'],
    queryFn: ({ signal }) => api.get<LadderWatchView>('/ladders/watch', {}, signal),
    refetchInterval: 30_000,
  });
}

export function useSaveDraft(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly content: LadderContent; readonly revision: number }) =>
      api.put<LadderDraftSaved>(`/ladders/${code}/draft`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useDiscardDraft(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<undefined>(`/ladders/${code}/draft`),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function usePublishLadder(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: {
      readonly revision: number;
      readonly effectiveFrom: string;
      readonly reason: string;
    }) => api.post<LadderPublished>(`/ladders/${code}/publish`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useDryRun(code: string) {
  return useMutation({
    mutationFn: (body: {
      readonly content: LadderContent;
      readonly since: string;
      readonly after?: string;
    }) => api.post<DryRunView>(`/ladders/${code}/dry-run`, body),
  });
}
