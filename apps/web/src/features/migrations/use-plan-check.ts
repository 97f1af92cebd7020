import type { MigrationPlanPreview } from '@lianban/contracts';
import { useRef, useState } from 'react';
import { type Plan, previewSome } from './api/migrations.js';

export interface Checked {
  readonly cases: number;
  readonly ready: number;
  readonly refused: number;
  readonly deadlinesMoved: number;
  readonly findings: MigrationPlanPreview['findings'];
}

const nothingChecked: Checked = { cases: 0, ready: 0, refused: 0, deadlinesMoved: 0, findings: [] };

/** Looks at the open cases page after page, and changes nothing. */
export function usePlanCheck() {
  const stopped = useRef(false);
  const [isChecking, setChecking] = useState(false);
  const [checked, setChecked] = useState<Checked>();
  const [error, setError] = useState<unknown>(null);

  const check = async (plan: Plan, onFound: (findings: Checked['findings']) => void): Promise<void> => {
    stopped.current = false;
    setError(null);
    setChecking(true);
    let sum = nothingChecked;
    let after: string | undefined;
    setChecked(undefined);
    try {
      do {
        const page = await previewSome(plan, after);
        sum = added(sum, page);
        after = page.next;
        setChecked(sum);
      } while (after !== undefined && !stopped.current);
      onFound(sum.findings);
      // A check that was stopped says nothing about the rest.
      if (after !== undefined) setChecked(undefined);
    } catch (failure) {
      setError(failure);
    } finally {
      setChecking(false);
    }
  };

  return {
    isChecking,
    checked,
    error,
    check,
    stop: (): void => {
      stopped.current = true;
    },
    forget: (): void => {
      setChecked(undefined);
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
