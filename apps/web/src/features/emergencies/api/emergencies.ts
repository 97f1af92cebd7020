import type {
  EmergencyImpactView,
  EmergencyListView,
  EmergencyProgress,
  EmergencyView,
  EnterEmergencyRequest,
} from '@lianban/contracts';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';

const key = ['emergencies'] as const;
const LOOK_AGAIN_MS = 1_500;

const moves = (progress: EmergencyProgress | undefined): boolean =>
  progress?.state === 'waiting' || progress?.state === 'running';

const isMoving = ({ state, stopping, lifting }: EmergencyView): boolean =>
  (state === 'in-force' && moves(stopping)) || (state === 'over' && moves(lifting));

/** Newest first; asked again while clocks are being stopped or let run. */
export function useEmergencies() {
  return useInfiniteQuery({
    queryKey: [...key, 'list'],
    queryFn: ({ signal, pageParam }) =>
      api.get<EmergencyListView>('/emergencies', { after: pageParam, limit: 20 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isMoving)) ? LOOK_AGAIN_MS : false,
  });
}

export function usePreviewEmergency() {
  return useMutation({
    mutationFn: (districts: readonly string[]) =>
      api.post<EmergencyImpactView>('/emergencies/preview', { districts }),
  });
}

export function useEnterEmergency() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (emergency: EnterEmergencyRequest) => api.post<EmergencyView>('/emergencies', emergency),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useLiftEmergency(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => api.post<EmergencyView>(`/emergencies/${id}/lift`, { reason }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
