import type {
  AbsenceRequest,
  MoveReport,
  MoveTasksRequest,
  Page,
  PreviewMoveRequest,
  TaskRow,
  TeamView,
} from '@lianban/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';

export const teamKey = ['team'] as const;

export const useTeam = () =>
  useQuery({ queryKey: teamKey, queryFn: ({ signal }) => api.get<TeamView>('/team', undefined, signal) });

/** Whose list is open: a person's, or what nobody at a desk has claimed. */
export type TeamListOf = { readonly person: string } | { readonly office: string };

export const useTeamTasks = (of: TeamListOf) =>
  useInfiniteQuery({
    queryKey: [...teamKey, 'tasks', of],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<TaskRow>>('/team/tasks', { ...of, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });

/** What moving the selection there would do; asked again whenever the choice changes. */
export const useMovePreview = (request: PreviewMoveRequest | undefined) =>
  useQuery({
    queryKey: ['team-move', request],
    queryFn: () => api.post<MoveReport>('/team/moves/preview', request),
    enabled: request !== undefined,
    staleTime: 0,
    gcTime: 0,
  });

/** An act of the team page; whatever shows tasks is read again. */
function useTeamAct<Body, Done>(act: (body: Body) => Promise<Done>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => {
      for (const queryKey of [teamKey, ['tasks'], ['cases'], ['inbox']])
        void client.invalidateQueries({ queryKey });
    },
  });
}

export const useMoveTasks = () =>
  useTeamAct((body: MoveTasksRequest) => api.post<MoveReport>('/team/moves', body));

export const useSendBack = (handoverId: string) =>
  useTeamAct((body: { readonly reason: string }) =>
    api.post(`/team/hand-overs/${handoverId}/send-back`, body),
  );

export const useRecordAbsence = () => useTeamAct((body: AbsenceRequest) => api.post('/team/absences', body));

export const useEndAbsence = () =>
  useTeamAct((absenceId: string) => api.post(`/team/absences/${absenceId}/end`, {}));
