import type {
  InboundEventRow,
  InboundEventView,
  InboundRefusalRow,
  Page as PageOf,
} from '@lianban/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';
import { useLiveRefresh } from '../../../app/use-live.js';

const key = ['intake'] as const;

export interface EventAddress {
  readonly source: string;
  readonly id: string;
}

/** A source is a path such as `/zhoushan/330902/market-regulation`. */
const pathOf = ({ source, id }: EventAddress): string =>
  `/intake/events/${encodeURIComponent(source)}/${encodeURIComponent(id)}`;

const paged = <T>(path: string, state?: string) => ({
  queryKey: [...key, path, state ?? 'all'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({
    pageParam,
    signal,
  }: {
    readonly pageParam: string | undefined;
    readonly signal: AbortSignal;
  }): Promise<PageOf<T>> => api.get<PageOf<T>>(path, { state, after: pageParam, limit: 50 }, signal),
  getNextPageParam: (last: PageOf<T>) => last.next,
});

export function useInboundEvents(state?: 'unmatched') {
  useLiveRefresh(['board', 'case', 'resumed'], key);
  return useInfiniteQuery(paged<InboundEventRow>('/intake/events', state));
}

export function useRefusals() {
  useLiveRefresh(['board', 'resumed'], key);
  return useInfiniteQuery(paged<InboundRefusalRow>('/intake/refusals'));
}

export const useInboundEvent = (address: EventAddress) =>
  useQuery({
    queryKey: [...key, 'event', address.source, address.id],
    queryFn: ({ signal }) => api.get<InboundEventView>(pathOf(address), {}, signal),
  });

/** Routing happens after the answer: the event is `accepted` until the router has looked at it. */
export function useReplay(address: EventAddress) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<InboundEventView>(`${pathOf(address)}/replay`),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useIgnore(address: EventAddress) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => api.post<InboundEventView>(`${pathOf(address)}/ignore`, { reason }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
