import type { ClockActs } from '@lianban/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';
import { caseKey } from '../../cases/api/case-queries.js';

/** What may be done to the clocks of a case that have not ended, and why the rest may not. */
export function useClockActs(caseId: string) {
  return useQuery({
    queryKey: [...caseKey(caseId), 'clock-acts'],
    queryFn: ({ signal }) => api.get<readonly ClockActs[]>(`/cases/${caseId}/clocks/acts`, undefined, signal),
  });
}
