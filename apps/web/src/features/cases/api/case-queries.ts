import type { CaseDetail, CaseRow, Page } from '@lianban/contracts';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';
import { useLive } from '../../../app/use-live.js';

export const caseKey = (id: string) => ['cases', 'one', id] as const;
const casesKey = ['cases', 'list'] as const;

export function useCase(id: string) {
  const client = useQueryClient();
  const look = (): void => void client.invalidateQueries({ queryKey: caseKey(id) });
  useLive('case', ({ caseId }) => caseId === id && look());
  useLive('resumed', look);
  return useQuery({
    queryKey: caseKey(id),
    queryFn: ({ signal }) => api.get<CaseDetail>(`/cases/${id}`, undefined, signal),
  });
}

export function useCases(q: string, status: string, district: string) {
  return useInfiniteQuery({
    queryKey: [...casesKey, q, status, district],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<CaseRow>>('/cases', { q, status, district, after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });
}
