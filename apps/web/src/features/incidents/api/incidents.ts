import type { IncidentView } from '@lianban/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';
import { useLiveRefresh } from '../../../app/use-live.js';

const key = ['incidents'] as const;

export type Resolution = 'retry' | 'skip' | 'answer';

/** Open ones first, then those settled within a week. */
export function useIncidents() {
  useLiveRefresh(['board', 'case', 'resumed'], key);
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<readonly IncidentView[]>('/incidents', {}, signal),
  });
}

interface Decision {
  readonly resolution: Resolution;
  readonly note: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

export function useResolve(incidentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ resolution, ...body }: Decision) =>
      api.post<void>(`/incidents/${incidentId}/${resolution}`, body),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

/** Tells of something; no step waits, so there is nothing to retry or to answer. */
export const isNotice = ({ code }: IncidentView): boolean => code.startsWith('LADDERS.');
