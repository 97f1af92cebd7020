import type {
  CaseDetail,
  InstitutionRow,
  Page,
  PreparedFiling,
  SimulatedRegistration,
} from '@lianban/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';
import { isProblem } from '../../../app/problem.js';

export const useSimulateRegistration = () =>
  useMutation({ mutationFn: () => api.post<SimulatedRegistration>('/demo/simulate-registration') });

export const usePrepareFiling = () =>
  useMutation({ mutationFn: () => api.post<PreparedFiling>('/demo/prepared-filing') });

const lookAgainMs = 400;
const patienceMs = 20_000;

/** The institution's row, until the event has opened its case. */
export const useRegistered = (uscc: string | undefined) =>
  useQuery({
    queryKey: ['demo', 'registered', uscc],
    queryFn: async ({ signal }) => {
      const page = await api.get<Page<InstitutionRow>>(
        '/registry/institutions',
        { q: uscc, limit: 1 },
        signal,
      );
      return page.items[0] ?? null;
    },
    enabled: uscc !== undefined,
    gcTime: 0,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.caseId !== undefined || state.dataUpdateCount * lookAgainMs > patienceMs
        ? false
        : lookAgainMs,
  });

export interface FollowedCase {
  /** `null`: this person's office takes no part in it. */
  readonly file: CaseDetail | null;
}

const openTasks = ({ tasks }: CaseDetail): number => tasks.filter(({ status }) => status === 'open').length;

/** The case, until at least so many of its tasks stand open. */
export const useFollowedCase = (caseId: string | undefined, tasks: number) =>
  useQuery({
    queryKey: ['demo', 'case', caseId],
    queryFn: async ({ signal }): Promise<FollowedCase> => {
      try {
        return { file: await api.get<CaseDetail>(`/cases/${caseId}`, undefined, signal) };
      } catch (error) {
        if (isProblem(error, 'CASES.NOT_YOURS')) return { file: null };
        throw error;
      }
    },
    enabled: caseId !== undefined,
    gcTime: 0,
    staleTime: 0,
    refetchInterval: ({ state }) => {
      const file = state.data?.file;
      const isThere = file !== null && file !== undefined && openTasks(file) >= tasks;
      return isThere || state.dataUpdateCount * lookAgainMs > patienceMs ? false : lookAgainMs;
    },
  });
