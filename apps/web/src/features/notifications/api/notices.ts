import type { NoticeCount, NoticeView, Page } from '@lianban/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';
import { useLiveRefresh } from '../../../app/use-live.js';

const listKey = ['notices', 'list'] as const;
const countKey = ['notices', 'count'] as const;
/** A notice to one person rings no bell of an office; so often it is looked for. */
const LOOK_MS = 60_000;

export function useUnreadNotices() {
  useLiveRefresh(['task', 'case', 'board', 'resumed'], countKey);
  return useQuery({
    queryKey: countKey,
    queryFn: ({ signal }) => api.get<NoticeCount>('/notices/count', undefined, signal),
    refetchInterval: LOOK_MS,
  });
}

export function useNotices() {
  return useInfiniteQuery({
    queryKey: listKey,
    queryFn: ({ pageParam, signal }) => api.get<Page<NoticeView>>('/notices', { after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

/** Marks notices as read; without ids all of them. */
export function useReadNotices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids?: readonly string[]) => api.post<NoticeCount>('/notices/read', { ids }),
    onSuccess: (count) => {
      client.setQueryData(countKey, count);
      void client.invalidateQueries({ queryKey: listKey });
    },
  });
}
