import type { MigrationPlanDone, MigrationPlanPreview } from '@lianban/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { migrateSome, type Plan, previewSome } from './api/migrations.js';

export interface Checked {
  readonly cases: number;
  readonly ready: number;
  readonly refused: number;
  readonly deadlinesMoved: number;
  readonly findings: MigrationPlanPreview['findings'];
}

export interface Run {
  readonly migrated: MigrationPlanDone['migrated'];
  readonly refused: MigrationPlanDone['refused'];
  /** Where it stopped; absent: it is through. */
  readonly next?: string;
}

const nothingChecked: Checked = { cases: 0, ready: 0, refused: 0, deadlinesMoved: 0, findings: [] };
const nothingRun: Run = { migrated: [], refused: [] };

/** Checks and then migrates page after page. A stop takes effect after the page under way; nothing is left half done. */
export function usePlanRun() {
  const client = useQueryClient();
  const stopped = useRef(false);
  const [busy, setBusy] = useState<'checking' | 'migrating'>();
  const [checked, setChecked] = useState<Checked>();
  const [run, setRun] = useState<Run>();
  const [error, setError] = useState<unknown>(null);

  const during = async (what: 'checking' | 'migrating', work: () => Promise<void>): Promise<void> => {
    stopped.current = false;
    setError(null);
    setBusy(what);
    try {
      await work();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(undefined);
    }
  };

  const check = (plan: Plan, onFound: (findings: Checked['findings']) => void): Promise<void> =>
    during('checking', async () => {
      let sum = nothingChecked;
      let after: string | undefined;
      setRun(undefined);
      setChecked(undefined);
      do {
        const page = await previewSome(plan, after);
        sum = added(sum, page);
        after = page.next;
        setChecked(sum);
      } while (after !== undefined && !stopped.current);
      onFound(sum.findings);
      // A check that was stopped says nothing about the rest.
      if (after !== undefined) setChecked(undefined);
    });

  const migrate = (plan: Plan): Promise<void> =>
    during('migrating', async () => {
      let sum = run ?? nothingRun;
      let after = sum.next;
      try {
        do {
          const page = await migrateSome(plan, after);
          after = page.next;
          sum = {
            migrated: [...sum.migrated, ...page.migrated],
            refused: [...sum.refused, ...page.refused],
            ...(after === undefined ? {} : { next: after }),
          };
          setRun(sum);
        } while (after !== undefined && !stopped.current);
      } finally {
        for (const queryKey of [['definitions'], ['cases'], ['tasks'], ['inbox'], ['board']]) {
          void client.invalidateQueries({ queryKey });
        }
      }
    });

  return {
    busy,
    checked,
    run,
    error,
    check,
    migrate,
    stop: (): void => {
      stopped.current = true;
    },
    forget: (): void => {
      setChecked(undefined);
      setRun(undefined);
      setError(null);
    },
  };
}

const added = (sum: Checked, page: MigrationPlanPreview): Checked => {
  const findings = new Map(sum.findings.map((finding) => [`${finding.code} ${finding.node}`, finding]));
  for (const finding of page.findings) {
    const key = `${finding.code} ${finding.node}`;
    findings.set(key, { ...finding, cases: finding.cases + (findings.get(key)?.cases ?? 0) });
  }
  return {
    cases: sum.cases + page.cases,
    ready: sum.ready + page.ready,
    refused: sum.refused + page.refused,
    deadlinesMoved: sum.deadlinesMoved + page.deadlinesMoved,
    findings: [...findings.values()],
  };
};
