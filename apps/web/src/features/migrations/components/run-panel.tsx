import type { BulkOperationView, MigrationRunView, MigrationVerdict } from '@lianban/contracts';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { MarkShape } from '../../../ui/mark-shape.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RecordTable } from '../../../ui/record-table.js';
import { isUnderWay, useTurnMigration } from '../api/migrations.js';
import './migrations.css';

interface RunPanelProps {
  readonly from: string;
  readonly operation: BulkOperationView;
  readonly pages: readonly MigrationRunView[];
  readonly onMore: (() => void) | undefined;
  readonly isLoadingMore: boolean;
}

/** The last plan for these cases: how far it is, and what became of each. It goes on when the page is closed. */
export function RunPanel({ from, operation, pages, onMore, isLoadingMore }: RunPanelProps) {
  const { t } = useTranslation();
  const { dateTime } = useDates();
  const { startedBy, createdAt, reason } = operation;
  const verdicts = pages.flatMap(({ items }) => items);
  return (
    <section className="panel stack migration-run" aria-labelledby="migration-run">
      <h2 id="migration-run">{t('migrations.run.titleTo', { no: pages[0]?.versions?.to })}</h2>
      <p className="quiet">
        {t('migrations.run.by', { name: startedBy.name, at: dateTime(createdAt), reason })}
      </p>
      <Standing from={from} operation={operation} />
      {verdicts.length > 0 && <Verdicts of={verdicts} />}
      {onMore && (
        <div className="more">
          <Button loading={isLoadingMore} onClick={onMore}>
            {t('migrations.run.more')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Standing({ from, operation }: { readonly from: string; readonly operation: BulkOperationView }) {
  const { t } = useTranslation();
  const turn = useTurnMigration(from, operation.id);
  const { state, looked, total = 0, changed: migrated, failed: refused } = operation;
  const act = state === 'paused' ? 'resume' : 'pause';
  return (
    <>
      <p role="status" aria-live="polite" className="num">
        {t(`migrations.run.${state}`, { looked, total, migrated, refused, left: total - looked })}
      </p>
      {isUnderWay(operation) && (
        <>
          <Progress
            percent={total === 0 ? 0 : Math.floor((100 * looked) / total)}
            aria-label={t('migrations.run.title')}
          />
          <div className="row">
            <Button loading={turn.isPending} onClick={() => turn.mutate(act)}>
              {t(`migrations.run.${act}`)}
            </Button>
            <Button danger disabled={turn.isPending} onClick={() => turn.mutate('cancel')}>
              {t('migrations.run.cancel')}
            </Button>
          </div>
        </>
      )}
      {turn.error !== null && <ProblemAlert error={turn.error} />}
    </>
  );
}

function Verdicts({ of }: { readonly of: readonly MigrationVerdict[] }) {
  const { t } = useTranslation();
  const text = useText2();
  return (
    <RecordTable
      label={t('migrations.run.verdicts')}
      records={of}
      idOf={({ caseId }) => caseId}
      columns={[
        {
          heading: t('migrations.all.caseNo'),
          cell: ({ caseId, caseNo }) => (
            <Link className="num nowrap" to={`/cases/${caseId}`}>
              {caseNo}
            </Link>
          ),
        },
        { heading: t('migrations.all.title2'), cell: ({ title }) => title },
        {
          heading: t('migrations.all.result'),
          cell: ({ verdict, why }) => (
            <span>
              <MarkShape shape={verdict === 'migrated' ? 'done' : 'overdue'} />{' '}
              {t(`migrations.run.verdict.${verdict}`)}
              {why !== undefined && ` · ${text(why)}`}
            </span>
          ),
        },
      ]}
    />
  );
}
