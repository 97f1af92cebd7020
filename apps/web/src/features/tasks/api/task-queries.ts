import type { CompleteTaskRequest, CompletionPreview, TaskDetail, TaskRow } from '@lianban/contracts';
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';
import { useLive } from '../../../app/use-live.js';
import { caseKey } from '../../cases/api/case-queries.js';

export const taskKey = (id: string) => ['tasks', id] as const;

export function useTask(id: string) {
  const client = useQueryClient();
  const look = (): void => void client.invalidateQueries({ queryKey: taskKey(id) });
  const query = useQuery({
    queryKey: taskKey(id),
    queryFn: ({ signal }) => api.get<TaskDetail>(`/tasks/${id}`, undefined, signal),
  });
  const caseId = query.data?.caseId;
  useLive('case', (event) => event.caseId === caseId && look());
  useLive('resumed', look);
  return query;
}

/** After an act of one's own everything that shows the task is read again. */
const refresh = (client: QueryClient, id: string, caseId: string): Promise<unknown> =>
  Promise.all([
    client.invalidateQueries({ queryKey: taskKey(id) }),
    client.invalidateQueries({ queryKey: caseKey(caseId) }),
    client.invalidateQueries({ queryKey: ['inbox'] }),
  ]);

export function useHold({ id, caseId }: Pick<TaskRow, 'id' | 'caseId'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: 'claim' | 'release') => api.post<TaskRow>(`/tasks/${id}/${act}`),
    // Not awaited: the screen goes on at once.
    onSettled: () => void refresh(client, id, caseId),
  });
}

export function useComplete({ id, caseId }: Pick<TaskRow, 'id' | 'caseId'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CompleteTaskRequest) => api.post(`/tasks/${id}/complete`, body),
    // Not awaited: the screen goes on at once.
    onSettled: () => void refresh(client, id, caseId),
  });
}

export function useComment({ id, caseId }: Pick<TaskRow, 'id' | 'caseId'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: string) => api.post(`/tasks/${id}/comments`, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: caseKey(caseId) }),
  });
}

export async function saveDraft(id: string, data: TaskDetail['formData'], leaving: boolean): Promise<void> {
  await api.put(`/tasks/${id}/draft`, { data }, leaving);
}

export function usePreview(id: string) {
  return useMutation({
    mutationFn: (body: CompleteTaskRequest) => api.post<CompletionPreview>(`/tasks/${id}/preview`, body),
  });
}
