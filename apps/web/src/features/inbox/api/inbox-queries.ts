import type { InboxCounts, Page, TaskRow } from '@lianban/contracts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';
import { useLiveRefresh } from '../../../app/use-live.js';

export type Box = 'office' | 'mine' | 'done';

/** What the address of the inbox says; lists are views with an address. */
export interface InboxView {
  readonly box: Box;
  readonly q: string;
  readonly office: string;
  readonly overdue: boolean;
}

const listKey = ['inbox', 'list'] as const;
const countsKey = ['inbox', 'counts'] as const;

export function useInboxPages({ box, q, office, overdue }: InboxView) {
  useLiveRefresh(['task', 'resumed'], listKey, countsKey);
  return useInfiniteQuery({
    queryKey: [...listKey, box, q, office, overdue],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<TaskRow>>(
        '/inbox',
        { box, q, office, overdue: overdue ? '1' : '', after: pageParam },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

export const useInboxCounts = () =>
  useQuery({
    queryKey: countsKey,
    queryFn: ({ signal }) => api.get<InboxCounts>('/inbox/counts', undefined, signal),
  });
