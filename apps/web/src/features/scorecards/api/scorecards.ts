import type {
  HandlingSign,
  Page,
  ScorecardDone,
  ScorecardGroup,
  ScorecardMonthsView,
  ScorecardView,
  WorkFactView,
  WorkFactsRequest,
} from '@lianban/contracts';
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';

const scorecardsKey = ['scorecards'] as const;

export interface ScorecardChoice {
  readonly month?: string | undefined;
  readonly by: ScorecardGroup;
  readonly office?: string | undefined;
  readonly district?: string | undefined;
  readonly asOf: 'frozen' | 'corrected';
}

export const useScorecard = (choice: ScorecardChoice) =>
  useQuery({
    queryKey: [...scorecardsKey, choice],
    queryFn: ({ signal }) => api.get<ScorecardView>('/scorecards', { ...choice }, signal),
    placeholderData: keepPreviousData,
  });

export const useScorecardMonths = (choice: Pick<ScorecardChoice, 'by' | 'office' | 'district'>) =>
  useQuery({
    queryKey: [...scorecardsKey, 'months', choice],
    queryFn: ({ signal }) => api.get<ScorecardMonthsView>('/scorecards/months', { ...choice }, signal),
    placeholderData: keepPreviousData,
  });

export type FactsChoice = Pick<WorkFactsRequest, 'month' | 'office' | 'district' | 'which'>;

export const useWorkFacts = (choice: FactsChoice) =>
  useInfiniteQuery({
    queryKey: [...scorecardsKey, 'facts', choice],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<WorkFactView>>('/scorecards/facts', { ...choice, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });

export const useHandlingSigns = (month: string, district: string | undefined, enabled: boolean) =>
  useQuery({
    queryKey: [...scorecardsKey, 'signs', month, district],
    queryFn: ({ signal }) =>
      api.get<readonly HandlingSign[]>('/scorecards/signs', { month, district }, signal),
    enabled,
  });

/** An objection, its answer, or a conclusion without one. */
export function useJudgeFact(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Readonly<Record<string, unknown>>) => api.post<ScorecardDone>(path, body),
    onSettled: () => void client.invalidateQueries({ queryKey: scorecardsKey }),
  });
}
