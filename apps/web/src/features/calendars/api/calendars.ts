import type {
  BulkOperationView,
  CalendarDraftRequest,
  CalendarImpactView,
  CalendarListView,
  CalendarReadingView,
  CalendarVersionView,
  CalendarYearView,
  CountDaysRequest,
  CountedDays,
} from '@lianban/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';

const key = ['calendars'] as const;
const LOOK_AGAIN_MS = 700;

export interface LayerKey {
  readonly layer: string;
  readonly code: string;
}

const pathOf = ({ layer, code }: LayerKey): string => `/calendars/${layer}/${encodeURIComponent(code)}`;

export function useCalendars() {
  return useQuery({
    queryKey: [...key, 'list'],
    queryFn: ({ signal }) => api.get<CalendarListView>('/calendars', {}, signal),
  });
}

export function useCalendarYear(year: number, place: string | undefined, drafts: boolean) {
  return useQuery({
    queryKey: [...key, 'year', year, place, drafts],
    queryFn: ({ signal }) =>
      api.get<CalendarYearView>('/calendars/year', { year, place, drafts: drafts ? '1' : undefined }, signal),
    placeholderData: (before) => before,
  });
}

/** Asked for by its revision too: what was read before it was saved is another thing. */
export function useCalendarVersion(
  layer: LayerKey,
  version: number | undefined,
  revision: number | undefined,
) {
  return useQuery({
    queryKey: [...key, 'version', layer.layer, layer.code, version, revision],
    queryFn: ({ signal }) => api.get<CalendarVersionView>(`${pathOf(layer)}/${version}`, {}, signal),
    enabled: version !== undefined,
  });
}

export function useCountDays() {
  return useMutation({
    mutationFn: (request: CountDaysRequest) => api.post<CountedDays>('/calendars/counts', request),
  });
}

export function useReadCalendar() {
  return useMutation({
    mutationFn: ({ source, year }: { readonly source: string | File; readonly year?: number }) => {
      if (typeof source === 'string')
        return api.post<CalendarReadingView>('/calendars/readings', {
          text: source,
          ...(year === undefined ? {} : { year }),
        });
      const form = new FormData();
      form.append('file', source);
      return api.post<CalendarReadingView>('/calendars/file-readings', form, { year });
    },
  });
}

export function useSaveDraft(layer: LayerKey) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: CalendarDraftRequest) =>
      api.put<CalendarVersionView>(`${pathOf(layer)}/draft`, draft),
    // Not waited for: the page that asked is another one once the list is read again.
    onSuccess: () => void client.invalidateQueries({ queryKey: key }),
  });
}

export function useDropDraft(layer: LayerKey) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<void>(`${pathOf(layer)}/draft`),
    onSuccess: () => void client.invalidateQueries({ queryKey: key }),
  });
}

/** `preview` with the revision alone, `publish` with a reason as well. */
export function useOrder(layer: LayerKey, version: number, act: 'preview' | 'publish') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly revision: number; readonly reason?: string }) =>
      api.post<BulkOperationView>(`${pathOf(layer)}/${version}/${act}`, body),
    onSuccess: () => void client.invalidateQueries({ queryKey: key }),
  });
}

const stillMoves = (operation: BulkOperationView | undefined): boolean =>
  operation?.state === 'waiting' || operation?.state === 'running';

/** What an operation has found or moved; asked again until it is through. */
export function useImpact(operation: string | undefined) {
  return useInfiniteQuery({
    queryKey: [...key, 'impact', operation],
    queryFn: ({ signal, pageParam }) =>
      api.get<CalendarImpactView>(`/calendars/impacts/${operation}`, { after: pageParam, limit: 20 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    enabled: operation !== undefined,
    refetchInterval: ({ state }) => (stillMoves(state.data?.pages[0]?.operation) ? LOOK_AGAIN_MS : false),
  });
}

export function useTurnOperation(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: 'pause' | 'resume') => api.post<BulkOperationView>(`/bulk-operations/${id}/${act}`),
    onSettled: () => client.invalidateQueries({ queryKey: [...key, 'impact', id] }),
  });
}
