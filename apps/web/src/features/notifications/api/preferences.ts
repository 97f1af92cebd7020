import type {
  FailedDelivery,
  MessageState,
  NoticeChannel,
  NoticePreferences,
  Page,
} from '@lianban/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';

const preferencesKey = ['notices', 'preferences'] as const;
const failedKey = ['outside-deliveries', 'failed'] as const;
/** How often a test is asked about until it has ended. */
const LOOK_MS = 1_000;
/** What has not ended by then is said to be under way still. */
const MOST_LOOKS = 30;

export function useNoticePreferences() {
  return useQuery({
    queryKey: preferencesKey,
    queryFn: ({ signal }) => api.get<NoticePreferences>('/notices/preferences', undefined, signal),
    // What somebody is just filling in is not changed under their hands.
    refetchOnWindowFocus: false,
  });
}

export function useSavePreferences() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (preferences: NoticePreferences) =>
      api.put<NoticePreferences>('/notices/preferences', preferences),
    onSuccess: (saved) => client.setQueryData(preferencesKey, saved),
  });
}

export function useSendTest() {
  return useMutation({
    mutationFn: (channel: NoticeChannel) => api.post<MessageState>('/notices/tests', { channel }),
  });
}

/** Asks until the message has an end; not without an id. */
export function useTestState(id: string | undefined) {
  return useQuery({
    queryKey: ['notices', 'tests', id],
    enabled: id !== undefined,
    queryFn: ({ signal }) => api.get<MessageState>(`/notices/tests/${id}`, undefined, signal),
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      (data === undefined || data.state === 'waiting') && dataUpdateCount < MOST_LOOKS ? LOOK_MS : false,
  });
}

/** Those given up last come first. */
export function useFailedDeliveries() {
  return useInfiniteQuery({
    queryKey: failedKey,
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<FailedDelivery>>('/outside-deliveries/failed', { after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  });
}

export function useRetryDelivery() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, id }: FailedDelivery) =>
      api.post<void>(`/outside-deliveries/${kind}/${id}/retry`, {}),
    onSettled: () => client.invalidateQueries({ queryKey: failedKey }),
  });
}
