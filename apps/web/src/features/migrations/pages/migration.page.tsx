import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useText2 } from '../../../i18n/use-language.js';
import { Blank } from '../../../ui/blank.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import {
  isUnderWay,
  useCasesOf,
  useForgetMovedCases,
  useMigrationRun,
  useRereadMigration,
  useVersions,
} from '../api/migrations.js';
import { PlanForm } from '../components/plan-form.js';
import { RunPanel } from '../components/run-panel.js';

/** 迁移在办件: the open cases of one version to another. */
export default function MigrationPage() {
  const { t } = useTranslation();
  const text = useText2();
  const { id = '' } = useParams();
  const cases = useCasesOf(id);
  const reread = useRereadMigration(id);
  const versions = useVersions(id);
  const row = versions.data?.own;
  const run = useMigrationRun(id);
  const operation = run.data?.pages[0]?.operation;
  const name = row?.name ?? run.data?.pages[0]?.versions?.name;
  const isMoving = isUnderWay(operation);
  useWhenOver(isMoving, useForgetMovedCases(id));
  const error = versions.error ?? cases.error ?? run.error;
  const content = () => {
    if (error !== null) return <ProblemAlert error={error} onRetry={reread} />;
    if (cases.data === undefined || versions.data === undefined || run.data === undefined)
      return <Loading rows={8} />;
    if (cases.data.items.length === 0)
      return <Blank title={t('migrations.all.noCases')}>{t('migrations.all.noCasesNext')}</Blank>;
    if (versions.data.others.length === 0)
      return <Blank title={t('migrations.none')}>{t('migrations.noneNext')}</Blank>;
    const openCases = row?.openCases ?? cases.data.items.length;
    return <PlanForm from={id} cases={cases.data} openCases={openCases} isWaiting={isMoving} />;
  };
  return (
    <Page
      title={name === undefined ? t('migrations.all.name') : t('migrations.all.title', { name: text(name) })}
      lead={
        row !== undefined && (
          <span>
            {t('migrations.from')} {row.version} · {t('migrations.all.open')} {row.openCases}
          </span>
        )
      }
      actions={<Link to={`/processes/${id}`}>{t('migrations.all.back')}</Link>}
    >
      {operation !== undefined && (
        <RunPanel
          from={id}
          operation={operation}
          pages={run.data?.pages ?? []}
          onMore={run.hasNextPage ? () => void run.fetchNextPage() : undefined}
          isLoadingMore={run.isFetchingNextPage}
        />
      )}
      <section className="panel stack" aria-label={t('migrations.all.name')}>
        {content()}
      </section>
    </Page>
  );
}

/** Calls once each time that what was under way is through. */
function useWhenOver(isMoving: boolean, call: () => void): void {
  const wasMoving = useRef(isMoving);
  useEffect(() => {
    if (wasMoving.current && !isMoving) call();
    wasMoving.current = isMoving;
  });
}
