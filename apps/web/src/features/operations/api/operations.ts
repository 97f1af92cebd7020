import type { CaseTokens } from '@lianban/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';
import { caseKey } from '../../cases/api/case-queries.js';

export type CaseToken = CaseTokens['tokens'][number];

/** Read again with its case: an act on the one is an act on the other. */
export function useTokens(caseId: string) {
  return useQuery({
    queryKey: [...caseKey(caseId), 'tokens'],
    queryFn: ({ signal }) => api.get<CaseTokens>(`/cases/${caseId}/tokens`, undefined, signal),
  });
}
