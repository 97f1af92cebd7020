import type { CaseDetail } from '@lianban/contracts';
import { Alert } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { pageWithTexts } from '../../../app/page-with-texts.js';
import { useHasRole } from '../../../app/session.js';
import { useText2 } from '../../../i18n/use-language.js';
import { Loading } from '../../../ui/loading.js';
import { useDistrictName, useOutcomeName } from '../../../ui/outcome-name.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { SuspendButton, SuspensionNotice } from '../../acts/components/suspension.js';
import { useCase } from '../api/case-queries.js';
import { CaseTabs } from '../components/case-tabs.js';
import { StandingLine } from '../components/standing-line.js';

const OrdersOfCase = pageWithTexts(['orders'], () => import('../../orders/components/orders-of-case.js'));

export default function CasePage() {
  const { t } = useTranslation();
  const { caseId = '' } = useParams();
  const { data: file, error, refetch } = useCase(caseId);
  if (file !== undefined) return <CaseFile file={file} />;
  return (
    <Page title={t('cases.title')} lead={<Link to="/cases">{t('cases.back')}</Link>}>
      {error === null ? <Loading rows={12} /> : <ProblemAlert error={error} onRetry={() => void refetch()} />}
    </Page>
  );
}

function CaseFile({ file }: { readonly file: CaseDetail }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const district = useDistrictName();
  const outcomeName = useOutcomeName();
  const isSupervisor = useHasRole('supervisor');
  const status =
    file.status === 'open'
      ? t('cases.open')
      : file.outcome === undefined
        ? t('cases.endedPlain')
        : t('cases.endedWith', { outcome: outcomeName(file.outcome) });
  return (
    <Page
      title={file.title}
      lead={
        <span className="num">
          {[
            file.caseNo,
            `${text(file.definition.name)} ${t('cases.version', { version: file.definition.version })}`,
            district(file.district),
            `${t('cases.column.openedAt')} ${dateTime(file.openedAt)}`,
            status,
          ].join(' · ')}
        </span>
      }
      actions={
        <>
          <SuspendButton file={file} />
          {isSupervisor && <Link to={`/orders/new?case=${file.id}`}>{t('cases.demand')}</Link>}
          {file.may.operate && <Link to={`/cases/${file.id}/operations`}>{t('cases.operate')}</Link>}
          <Link to="/cases">{t('cases.back')}</Link>
        </>
      }
    >
      <div className="panel">
        <StandingLine file={file} />
        <SuspensionNotice file={file} />
        <OpenIncidents file={file} />
      </div>
      <Suspense>
        <OrdersOfCase caseId={file.id} />
      </Suspense>
      <div className="panel">
        <CaseTabs file={file} />
      </div>
    </Page>
  );
}

function OpenIncidents({ file }: { readonly file: CaseDetail }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const open = file.incidents.filter(({ resolvedAt }) => resolvedAt === undefined);
  if (open.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('cases.incidents')}
      description={open.map((incident) => (
        <p key={incident.id}>
          {t('cases.incident', {
            name: text(incident.name),
            attempts: incident.attempts,
            at: dateTime(incident.openedAt),
          })}
        </p>
      ))}
    />
  );
}
