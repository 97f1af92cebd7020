import type { TaskDetail } from '@lianban/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { saveDraft, taskKey } from '../api/task-queries.js';
import { DraftKeeper, type DraftState } from './draft-keeper.js';

/** Keeps a half-filled form at the server for as long as the task is on the screen. */
export function useDraft(taskId: string): { readonly state: DraftState; readonly keeper: DraftKeeper } {
  const client = useQueryClient();
  const [state, setState] = useState<DraftState>('clean');
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        save: (data, leaving) => {
          // Whoever comes back to the task sees what was typed, not what was read before.
          client.setQueryData<TaskDetail>(taskKey(taskId), (task) => task && { ...task, formData: data });
          return saveDraft(taskId, data, leaving);
        },
        tell: setState,
      }),
  );
  useEffect(() => {
    const leave = (): void => keeper.leave();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [keeper]);
  return { state, keeper };
}
