import type {
  AgendaDone,
  AgendaItemView,
  DraftOrderRequest,
  OrderActRequest,
  OrderCounts,
  OrderDetail,
  OrderDone,
  OrderList,
  OrderRow,
  Page,
} from '@lianban/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';
import { useLiveRefresh } from '../../../app/use-live.js';
import { caseKey } from '../../cases/api/case-queries.js';

const ordersKey = ['orders'] as const;

export const useOrders = (list: OrderList, caseId?: string) =>
  useInfiniteQuery({
    queryKey: [...ordersKey, 'list', list, caseId],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<OrderRow>>('/orders', { list, case: caseId, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });

export const useOrderCounts = () =>
  useQuery({
    queryKey: [...ordersKey, 'counts'],
    queryFn: ({ signal }) => api.get<OrderCounts>('/orders/counts', undefined, signal),
  });

export function useOrder(id: string) {
  useLiveRefresh(['case', 'resumed'], [...ordersKey, 'one', id]);
  return useQuery({
    queryKey: [...ordersKey, 'one', id],
    queryFn: ({ signal }) => api.get<OrderDetail>(`/orders/${id}`, undefined, signal),
    // The file of a paper is made after its issue, and nothing tells of it.
    refetchInterval: ({ state: { data } }) =>
      data?.documentId !== undefined && !data.documentReady ? 2000 : false,
  });
}

export const useAgenda = () =>
  useQuery({
    queryKey: [...ordersKey, 'agenda'],
    queryFn: ({ signal }) => api.get<readonly AgendaItemView[]>('/agenda', undefined, signal),
  });

export function useDraftOrder() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: DraftOrderRequest) => api.post<OrderDone>('/orders', body),
    onSettled: () => void client.invalidateQueries({ queryKey: ordersKey }),
  });
}

/** One act of its life; whatever shows it, or the case it is about, is read again. */
export function useOrderAct({ id, case: { id: caseId } }: OrderDetail) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: OrderActRequest) => api.post<OrderDone>(`/orders/${id}/acts`, body),
    onSettled: () => {
      for (const queryKey of [ordersKey, caseKey(caseId)]) void client.invalidateQueries({ queryKey });
    },
  });
}

export function useSettleAgendaItem(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly resolution: string }) => api.post<AgendaDone>(`/agenda/${id}/settle`, body),
    onSettled: () => void client.invalidateQueries({ queryKey: ordersKey }),
  });
}
