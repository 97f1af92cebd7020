import type { CaseRow, Page } from '@lianban/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loading } from '../../../ui/loading.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RecordTable } from '../../../ui/record-table.js';
import { type Plan, useCaseReport } from '../api/migrations.js';
import { ReportView } from './report-view.js';

interface PlanCasesProps {
  readonly cases: Page<CaseRow>;
  readonly plan: Plan | undefined;
}

/** Case by case: what it would meet. */
export function PlanCases({ cases, plan }: PlanCasesProps) {
  const { t } = useTranslation();
  return (
    <>
      <RecordTable
        label={t('migrations.all.cases')}
        records={cases.items}
        idOf={({ id }) => id}
        columns={[
          {
            heading: t('migrations.all.caseNo'),
            cell: ({ id, caseNo }) => (
              <Link className="num nowrap" to={`/cases/${id}`}>
                {caseNo}
              </Link>
            ),
          },
          { heading: t('migrations.all.title2'), cell: ({ title }) => title },
          {
            heading: t('migrations.all.detail'),
            cell: ({ id }) =>
              plan === undefined ? (
                <span className="quiet">{t('migrations.all.planFirst')}</span>
              ) : (
                <CaseReport caseId={id} plan={plan} />
              ),
          },
        ]}
      />
      {cases.next !== undefined && (
        <p className="quiet">{t('migrations.all.more', { count: cases.items.length })}</p>
      )}
    </>
  );
}

function CaseReport({ caseId, plan }: { readonly caseId: string; readonly plan: Plan }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useCaseReport(caseId, plan, isOpen);
  if (!isOpen)
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {t('migrations.all.see')}
      </Button>
    );
  if (error !== null) return <ProblemAlert error={error} />;
  return data === undefined ? <Loading rows={2} /> : <ReportView report={data} />;
}
