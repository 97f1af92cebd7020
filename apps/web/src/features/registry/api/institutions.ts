import type { InstitutionRow, LedgerVerdict, Page, RegisterInstitutionRequest } from '@lianban/contracts';
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';

const institutionsKey = ['institutions'] as const;

export const useInstitutions = (q: string) =>
  useInfiniteQuery({
    queryKey: [...institutionsKey, q],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<InstitutionRow>>('/registry/institutions', { q, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

export function useRegister() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: RegisterInstitutionRequest) =>
      api.post<InstitutionRow>('/registry/institutions', request),
    onSuccess: () => client.invalidateQueries({ queryKey: institutionsKey }),
  });
}

export interface LedgerReport {
  readonly verdicts: readonly LedgerVerdict[];
  readonly registered: number;
  readonly refused: number;
}

/** A dry run judges each row and writes nothing. */
export function useLedger(dryRun: boolean) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const body = new FormData();
      body.append('file', file);
      return api.post<LedgerReport>('/registry/ledger', body, { dryRun: dryRun ? 1 : 0 });
    },
    onSuccess: () => (dryRun ? undefined : client.invalidateQueries({ queryKey: institutionsKey })),
  });
}
