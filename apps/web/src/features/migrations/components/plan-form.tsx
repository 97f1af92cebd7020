import type { CaseRow, Page } from '@lianban/contracts';
import { Alert, Button, Form, Input, Progress } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { type Plan, useMigrateCases, useRereadMigration } from '../api/migrations.js';
import { type Checked, usePlanCheck } from '../use-plan-check.js';
import { PlanCases } from './plan-cases.js';
import { Lines, useFindingText } from './report-view.js';
import { StepMapping, type Unmapped, withFound } from './step-mapping.js';
import { VersionSelect } from './version-select.js';

interface PlanFormProps {
  readonly from: string;
  readonly cases: Page<CaseRow>;
  readonly openCases: number;
  /** A plan is being carried out: the next one waits for it. */
  readonly isWaiting: boolean;
}

/** Where to and why, what it meets among all open cases, and the order to the worker. */
export function PlanForm({ from, cases, openCases, isWaiting }: PlanFormProps) {
  const { t } = useTranslation();
  const reasonId = useId();
  const [definitionId, setDefinition] = useState<string>();
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>({});
  const [unmapped, setUnmapped] = useState<readonly Unmapped[]>([]);
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const reread = useRereadMigration(from);
  const { isChecking, checked, error, check, stop, forget } = usePlanCheck();
  const migrate = useMigrateCases(from);
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
  const order = (whole: Plan): void =>
    migrate.mutate(whole, {
      onSuccess: forget,
    });
  const isWhole = checked !== undefined && !isChecking;
  const done = checked?.cases ?? 0;
  const all = Math.max(openCases, done);
  return (
    <>
      <Form
        layout="vertical"
        component="div"
        className="migration-plan"
        disabled={isChecking || isWaiting || migrate.isPending}
      >
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
      {migrate.error !== null && <ProblemAlert error={migrate.error} />}
      {isChecking && (
        <Progress
          percent={Math.round((100 * done) / Math.max(all, 1))}
          aria-label={t('migrations.all.checking', { done, all })}
          format={() => `${done} / ${all}`}
        />
      )}
      <div role="status" aria-live="polite" className="stack">
        {isChecking && <p className="quiet">{t('migrations.all.checking', { done, all })}</p>}
        {isWaiting && <p className="quiet">{t('migrations.all.underWay')}</p>}
        {isWhole && !isWaiting && <CheckResult checked={checked} />}
      </div>
      <div className="row">
        {isChecking ? (
          <Button onClick={stop}>{t('migrations.all.stop')}</Button>
        ) : (
          <>
            <Button type={isWhole ? 'default' : 'primary'} disabled={isWaiting} onClick={look}>
              {t('migrations.all.look')}
            </Button>
            {isWhole && plan !== undefined && !isWaiting && (
              <Button
                type="primary"
                disabled={checked.ready === 0}
                loading={migrate.isPending}
                onClick={() => order(plan)}
              >
                {t('migrations.all.start', { count: checked.ready })}
              </Button>
            )}
          </>
        )}
      </div>
      <PlanCases cases={cases} plan={plan} />
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
