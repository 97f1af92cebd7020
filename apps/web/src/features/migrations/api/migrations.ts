import type {
  CaseRow,
  MigrationPlanDone,
  MigrationPlanPreview,
  MigrationReport,
  Page,
} from '@lianban/contracts';
import { useQuery } from '@tanstack/react-query';
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

export const CASES_LISTED = 100;

/** Open cases of one version, the first of them. */
export function useCasesOf(definitionId: string) {
  return useQuery({
    queryKey: ['definitions', 'cases', definitionId],
    queryFn: ({ signal }) =>
      api.get<Page<CaseRow>>(`/definitions/${definitionId}/cases`, { limit: CASES_LISTED }, signal),
  });
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
