import type {
  BulkOperationView,
  CaseRow,
  DefinitionRow,
  MigrationPlanPreview,
  MigrationReport,
  MigrationRunView,
  Page,
} from '@lianban/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';

export interface Plan {
  readonly from: string;
  readonly definitionId: string;
  readonly mapping: Readonly<Record<string, string>>;
  readonly reason: string;
}

/** Few enough that the look moves on visibly and a stop is quick. */
const AT_ONCE = 20;

const from = (after: string | undefined) => ({
  limit: AT_ONCE,
  ...(after === undefined ? {} : { after }),
});

export const previewSome = (plan: Plan, after?: string) =>
  api.post<MigrationPlanPreview>('/migrations/preview', { ...plan, ...from(after) });

const CASES_LISTED = 100;

const key = (from: string) => ['migration', from] as const;

/** Read when the page opens, before each check and when a plan is through. */
const kept = { staleTime: Infinity, gcTime: 0 } as const;

/** Open cases of one version, the first of them. */
export function useCasesOf(from: string) {
  return useQuery({
    queryKey: [...key(from), 'standing', 'cases'],
    queryFn: ({ signal }) =>
      api.get<Page<CaseRow>>(`/definitions/${from}/cases`, { limit: CASES_LISTED }, signal),
    ...kept,
  });
}

/** The version itself, and those that its cases could go to. */
export function useVersions(from: string) {
  return useQuery({
    queryKey: [...key(from), 'standing', 'versions'],
    queryFn: ({ signal }) => api.get<readonly DefinitionRow[]>('/definitions', {}, signal),
    select: (rows) => {
      const own = rows.find(({ id }) => id === from);
      return { own, others: rows.filter((row) => row.key === own?.key && row.id !== from) };
    },
    ...kept,
  });
}

export const useRereadMigration = (from: string): (() => void) => {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: [...key(from), 'standing'] });
};

const LOOK_AGAIN_MS = 700;

export const isUnderWay = (operation: BulkOperationView | undefined): boolean =>
  operation !== undefined && ['waiting', 'running', 'paused'].includes(operation.state);

/** The last plan for the cases of this version; asked again until it is through. */
export function useMigrationRun(from: string) {
  return useInfiniteQuery({
    queryKey: [...key(from), 'run'],
    queryFn: ({ signal, pageParam }) =>
      api.get<MigrationRunView>(`/definitions/${from}/migration`, { after: pageParam, limit: 50 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    refetchInterval: ({ state }) => (isUnderWay(state.data?.pages[0]?.operation) ? LOOK_AGAIN_MS : false),
  });
}

/** Orders the plan. Where another is under way already, that one is shown. */
export function useMigrateCases(from: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (plan: Plan) => api.post<BulkOperationView>('/migrations', plan),
    onSettled: () => client.invalidateQueries({ queryKey: [...key(from), 'run'] }),
  });
}

export function useTurnMigration(from: string, operation: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: 'pause' | 'resume' | 'cancel') =>
      api.post<BulkOperationView>(`/bulk-operations/${operation}/${act}`),
    onSettled: () => client.invalidateQueries({ queryKey: [...key(from), 'run'] }),
  });
}

/** What a plan has moved stands elsewhere on many pages. */
export function useForgetMovedCases(from: string): () => void {
  const client = useQueryClient();
  return () => {
    const moved = [[...key(from), 'standing'], ['definitions'], ['cases'], ['tasks'], ['inbox'], ['board']];
    for (const queryKey of moved) void client.invalidateQueries({ queryKey });
  };
}

export function useCaseReport(caseId: string, plan: Plan, isOpen: boolean) {
  const { definitionId, mapping, reason } = plan;
  return useQuery({
    queryKey: ['migration-report', caseId, definitionId, mapping],
    queryFn: () =>
      api.post<MigrationReport>(`/cases/${caseId}/migration/preview`, { definitionId, mapping, reason }),
    enabled: isOpen,
    staleTime: 0,
  });
}
