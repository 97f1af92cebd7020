import type { DirectoryEntry } from '@lianban/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';

/** Offices and people by name. */
export function useDirectory(q: string) {
  return useQuery({
    queryKey: ['directory', q],
    queryFn: ({ signal }) => api.get<readonly DirectoryEntry[]>('/directory', { q }, signal),
    placeholderData: keepPreviousData,
  });
}
