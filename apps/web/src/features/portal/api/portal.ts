import type { PortalView } from '@lianban/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api-client.js';

export const portalKey = ['portal'] as const;

export type PortalAct = 'file' | 'supplement';
export type FilingForm = Readonly<Record<string, unknown>>;

const lookAgainMs = 5000;
const soonMs = 1200;

const isMaking = (view: PortalView | undefined): boolean =>
  view?.documents.some(({ state }) => state === 'rendering') ?? false;

/** Hints of the server go to offices; an institution looks again by itself. */
export const usePortal = () =>
  useQuery({
    queryKey: portalKey,
    queryFn: ({ signal }) => api.get<PortalView>('/portal', undefined, signal),
    refetchInterval: ({ state }) => (isMaking(state.data) ? soonMs : lookAgainMs),
  });

export interface FormPair {
  readonly zh: unknown;
  readonly en: unknown;
}

export const usePortalForm = (act: PortalAct) =>
  useQuery({
    queryKey: ['portal-form', act],
    queryFn: ({ signal }) =>
      api.get<FormPair>(`/portal/forms/${act === 'file' ? 'filing' : 'supplement'}`, undefined, signal),
    staleTime: Infinity,
  });

export const saveFilingDraft = (form: FilingForm, leaving: boolean): Promise<PortalView> =>
  api.put<PortalView>('/portal/filing/draft', { form }, leaving);

export function useSubmit(act: PortalAct) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (form: FilingForm) =>
      api.post<PortalView>(act === 'file' ? '/portal/filing' : '/portal/supplement', { form }),
    onSuccess: (view) => client.setQueryData(portalKey, view),
  });
}
