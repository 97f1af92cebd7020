import type { PortalView } from '@lianban/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { DraftKeeper, type DraftState } from '../../tasks/components/draft-keeper.js';
import { portalKey, saveFilingDraft, type FilingForm, type PortalAct } from '../api/portal.js';

const place = (filingId: string): string => `lianban.supplement.${filingId}`;

/** A supplement that was begun on this device; the server keeps drafts of filings only. */
export function begunSupplement(filingId: string): FilingForm {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(filingId)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as FilingForm) : {};
  } catch {
    return {};
  }
}

export const forgetSupplement = (filingId: string): void => localStorage.removeItem(place(filingId));

/** Keeps what was entered for as long as the form is on the screen. */
export function useFilingDraft(
  act: PortalAct,
  filingId: string | undefined,
): { readonly state: DraftState; readonly keeper: DraftKeeper } {
  const client = useQueryClient();
  const [state, setState] = useState<DraftState>('clean');
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        save: async (form, leaving) => {
          if (act === 'supplement') {
            localStorage.setItem(place(filingId ?? ''), JSON.stringify(form));
            return;
          }
          // Whoever comes back to the form sees what was typed, not what was read before.
          client.setQueryData<PortalView>(
            portalKey,
            (view) => view?.filing && { ...view, filing: { ...view.filing, form } },
          );
          const view = await saveFilingDraft(form, leaving);
          client.setQueryData(portalKey, view);
        },
        tell: setState,
      }),
  );
  useEffect(() => {
    const leave = (): void => keeper.leave();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [keeper]);
  return { state, keeper };
}
