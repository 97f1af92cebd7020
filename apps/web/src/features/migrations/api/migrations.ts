import type {
  CaseRow,
  DefinitionRow,
  MigrationPlanDone,
  MigrationPlanPreview,
  MigrationReport,
  Page,
} from '@lianban/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';

export interface Plan {
  readonly from: string;
  readonly definitionId: string;
  readonly mapping: Readonly<Record<string, string>>;
  readonly reason: string;
}

/** Few enough that progress is seen and a stop is quick. */
const AT_ONCE = 20;

const from = (after: string | undefined) => ({
  limit: AT_ONCE,
  ...(after === undefined ? {} : { after }),
});

export const previewSome = (plan: Plan, after?: string) =>
  api.post<MigrationPlanPreview>('/migrations/preview', { ...plan, ...from(after) });

export const migrateSome = (plan: Plan, after?: string) =>
  api.post<MigrationPlanDone>('/migrations', { ...plan, ...from(after) });

const CASES_LISTED = 100;

const key = (from: string) => ['migration', from] as const;

/** Read when the page opens and before each check, not while it is worked on: the report keeps its rows. */
const kept = { staleTime: Infinity, gcTime: 0 } as const;

/** Open cases of one version, the first of them. */
export function useCasesOf(from: string) {
  return useQuery({
    queryKey: [...key(from), 'cases'],
    queryFn: ({ signal }) =>
      api.get<Page<CaseRow>>(`/definitions/${from}/cases`, { limit: CASES_LISTED }, signal),
    ...kept,
  });
}

/** The version itself, and those that its cases could go to. */
export function useVersions(from: string) {
  return useQuery({
    queryKey: [...key(from), 'versions'],
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
  return () => void client.invalidateQueries({ queryKey: key(from) });
};

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
