import type { ActDone, TaskActs } from '@lianban/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';
import { caseKey } from '../../cases/api/case-queries.js';
import { taskKey } from '../../tasks/api/task-queries.js';

type Body = Readonly<Record<string, unknown>>;

/** What may be done with a task besides completing it, and why the rest may not. */
export function useTaskActs(taskId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...taskKey(taskId), 'acts'],
    queryFn: ({ signal }) => api.get<TaskActs>(`/tasks/${taskId}/acts`, undefined, signal),
    enabled,
    staleTime: 0,
  });
}

/** What the act would do, found without doing it. */
export function usePreviewAct<Seen>(path: string) {
  return useMutation({ mutationFn: (body: Body) => api.post<Seen>(`${path}/preview`, body) });
}

/** After an act of one's own everything that shows the case is read again. */
export function useAct(path: string, caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => api.post<ActDone>(path, body),
    // Not awaited: the screen goes on at once.
    onSettled: () => {
      for (const queryKey of [['tasks'], caseKey(caseId), ['inbox'], ['incidents'], ['board']]) {
        void client.invalidateQueries({ queryKey });
      }
    },
  });
}
