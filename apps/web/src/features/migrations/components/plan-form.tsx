import type { CaseRow, Page } from '@lianban/contracts';
import { Alert, Button, Form, Input, Progress } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { type Plan, useRereadMigration } from '../api/migrations.js';
import { type Checked, type Run, usePlanRun } from '../use-plan-run.js';
import { PlanCases } from './plan-cases.js';
import { Lines, useFindingText } from './report-view.js';
import { StepMapping, type Unmapped, withFound } from './step-mapping.js';
import { VersionSelect } from './version-select.js';

interface PlanFormProps {
  readonly from: string;
  readonly cases: Page<CaseRow>;
  readonly openCases: number;
}

/** Where to and why, what it meets among all open cases, then case after case. */
export function PlanForm({ from, cases, openCases }: PlanFormProps) {
  const { t } = useTranslation();
  const reasonId = useId();
  const [definitionId, setDefinition] = useState<string>();
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>({});
  const [unmapped, setUnmapped] = useState<readonly Unmapped[]>([]);
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const reread = useRereadMigration(from);
  const { busy, checked, run, error, check, migrate, stop, forget } = usePlanRun();
  const lacksReason = wasTried && reason.trim() === '';
  const plan: Plan | undefined =
    definitionId === undefined || reason.trim() === ''
      ? undefined
      : { from, definitionId, mapping, reason: reason.trim() };
  const look = (): void => {
    setTried(true);
    if (plan === undefined) return;
    reread();
    void check(plan, (findings) => setUnmapped((known) => withFound(known, findings)));
  };
  const isWhole = checked !== undefined && busy !== 'checking';
  const done = run === undefined ? (checked?.cases ?? 0) : run.migrated.length + run.refused.length;
  const all = Math.max(run === undefined ? openCases : (checked?.cases ?? 0), done);
  return (
    <>
      <Form layout="vertical" component="div" className="migration-plan" disabled={busy !== undefined}>
        <p>{t('migrations.all.lead')}</p>
        <VersionSelect
          from={from}
          value={definitionId}
          isMissing={wasTried && definitionId === undefined}
          onChange={(next) => {
            forget();
            setDefinition(next);
            setMapping({});
            setUnmapped([]);
          }}
        />
        {definitionId !== undefined && (
          <StepMapping
            from={from}
            to={definitionId}
            steps={unmapped}
            mapping={mapping}
            onChange={(next) => {
              forget();
              setMapping(next);
            }}
          />
        )}
        <Form.Item
          label={t('migrations.all.reason')}
          htmlFor={reasonId}
          required
          extra={t('migrations.all.reasonHint')}
          {...(lacksReason
            ? { validateStatus: 'error' as const, help: t('migrations.all.reasonNeeded') }
            : {})}
        >
          <Input.TextArea
            id={reasonId}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={reason}
            aria-invalid={lacksReason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
      </Form>
      {error !== null && <ProblemAlert error={error} />}
      {busy !== undefined && (
        <Progress
          percent={Math.round((100 * done) / Math.max(all, 1))}
          aria-label={t(`migrations.all.${busy}`, { done, all })}
          format={() => `${done} / ${all}`}
        />
      )}
      <div role="status" aria-live="polite" className="stack">
        {busy !== undefined && <p className="quiet">{t(`migrations.all.${busy}`, { done, all })}</p>}
        {isWhole && run === undefined && <CheckResult checked={checked} />}
        {run !== undefined && busy === undefined && <RunResult run={run} />}
      </div>
      <div className="row">
        {busy === undefined ? (
          <>
            <Button type={isWhole ? 'default' : 'primary'} onClick={look}>
              {t('migrations.all.look')}
            </Button>
            {isWhole && plan !== undefined && run === undefined && (
              <Button type="primary" disabled={checked.ready === 0} onClick={() => void migrate(plan)}>
                {t('migrations.all.start', { count: checked.ready })}
              </Button>
            )}
            {run?.next !== undefined && plan !== undefined && (
              <Button type="primary" onClick={() => void migrate(plan)}>
                {t('migrations.all.goOn')}
              </Button>
            )}
          </>
        ) : (
          <Button onClick={stop}>{t('migrations.all.stop')}</Button>
        )}
      </div>
      <PlanCases cases={cases} plan={plan} run={run} />
    </>
  );
}

function CheckResult({ checked }: { readonly checked: Checked }) {
  const { t } = useTranslation();
  const say = useFindingText();
  const { cases, ready, refused, deadlinesMoved: moved, findings } = checked;
  return (
    <Alert
      type={refused > 0 ? 'warning' : 'success'}
      showIcon
      title={t('migrations.all.summary', { cases, ready, refused, moved })}
      description={
        findings.length > 0 && (
          <Lines
            of={findings.map((finding) =>
              t('migrations.times', { finding: say(finding), cases: finding.cases }),
            )}
          />
        )
      }
    />
  );
}

function RunResult({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  return (
    <Alert
      type={run.refused.length > 0 || run.next !== undefined ? 'warning' : 'success'}
      showIcon
      title={t(run.next === undefined ? 'migrations.all.ended' : 'migrations.all.stopped', {
        migrated: run.migrated.length,
        refused: run.refused.length,
      })}
    />
  );
}
